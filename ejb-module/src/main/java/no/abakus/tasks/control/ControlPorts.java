package no.abakus.tasks.control;

import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.result.Later;

/**
 * The parts that the operator tools get from their environment. A container and a test provide different ones.
 *
 * @param channel carries the messages between nodes
 * @param news notifies callers that wait for a task to end
 * @param results stores the outcomes of tasks
 * @param orders stores revocations and pauses
 * @param transactions runs several changes in one transaction
 * @param broker monitors and manages the broker
 * @param listeners starts and stops this node's listeners
 * @param later runs an action after a delay
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
