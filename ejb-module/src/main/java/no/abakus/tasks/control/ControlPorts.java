package no.abakus.tasks.control;

import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.result.Later;

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
public record ControlPorts(
        ControlChannel channel,
        NewsChannel news,
        ResultBackend results,
        OrderStore orders,
        Transactions transactions,
        BrokerAdmin broker,
        Listening listeners,
        Later later,
        Runnable stopServer) {}
