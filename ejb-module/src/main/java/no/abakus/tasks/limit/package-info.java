/**
 * Rate limits: when a task's turn is. A task that comes too early is given a turn and goes back to the broker until then,
 * so that no worker waits and nothing is stuck behind it. It comes again once, at its turn, unless the limit has changed.
 *
 * <p>Turns are kept in memory where each node has the limit for itself, and behind
 * {@link no.abakus.tasks.spi.SharedPace} where all nodes share it.
 */
package no.abakus.tasks.limit;
