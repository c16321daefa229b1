package no.abakus.tasks.control;

import no.abakus.tasks.result.Later;
import no.abakus.tasks.spi.BrokerAdmin;
import no.abakus.tasks.spi.ControlChannel;
import no.abakus.tasks.spi.NewsChannel;
import no.abakus.tasks.spi.OrderStore;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.spi.Transactions;

/**
 * What an operator's tools need from their surroundings; a container and a test provide different ones.
 *
 * @param channel carries what nodes say to each other
 * @param news notifies whoever waits for the end of a task
 * @param results stores the outcome of tasks
 * @param orders stores what was ordered
 * @param transactions runs several changes in one transaction
 * @param broker what can be seen and done at the broker
 * @param listeners starts and stops this node's listeners
 * @param later runs something later
 * @param stopServer stops the server
 */
public record ControlSeams(
        ControlChannel channel,
        NewsChannel news,
        ResultBackend results,
        OrderStore orders,
        Transactions transactions,
        BrokerAdmin broker,
        Listening listeners,
        Later later,
        Runnable stopServer) {}
