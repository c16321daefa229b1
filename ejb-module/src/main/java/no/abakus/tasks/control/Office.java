package no.abakus.tasks.control;

import no.abakus.tasks.spi.Transactions;

/**
 * What a desk works with.
 *
 * @param node who this node is
 * @param nodes all nodes
 * @param revoker keeps tasks from running
 * @param pauses pauses queues and tasks
 * @param queues what waits at the broker
 * @param transactions what holds outside of the caller's
 */
record Office(
        Node node, Conversation nodes, Revoker revoker, Pauses pauses, Queues queues, Transactions transactions) {}
