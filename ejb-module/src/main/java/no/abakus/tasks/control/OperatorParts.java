package no.abakus.tasks.control;

import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.port.Transactions;

/**
 * The parts that {@link OperatorControl} uses.
 *
 * @param node the identity of this node
 * @param nodes sends commands and queries to all nodes
 * @param revoker prevents tasks from running
 * @param pauses pauses queues and tasks
 * @param orders the orders that this node has in memory
 * @param queues shows the messages that wait at the broker
 * @param transactions runs work outside the caller's transaction
 */
record OperatorParts(
        Node node,
        NodeMessaging nodes,
        Revoker revoker,
        Pauses pauses,
        StandingOrders orders,
        Queues queues,
        Transactions transactions) {}
