package no.abakus.tasks.control;

import no.abakus.tasks.port.Transactions;

/**
 * What the operator's control works with.
 *
 * @param node the identity of this node
 * @param nodes all nodes
 * @param revoker prevents tasks from running
 * @param pauses pauses queues and tasks
 * @param queues what waits at the broker
 * @param transactions runs work outside of the caller's transaction
 */
record OperatorParts(
        Node node, NodeMessaging nodes, Revoker revoker, Pauses pauses, Queues queues, Transactions transactions) {}
