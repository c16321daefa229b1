/**
 * Rate limits. A task that comes too early gets a turn and goes back to the broker until then, so no worker waits and
 * nothing is stuck behind it. It comes again once, at its turn, unless the limit has changed.
 *
 * <p>Turns are kept in memory if the limit applies to each node, and behind {@link no.abakus.tasks.port.SharedPace} if
 * all nodes share it.
 */
package no.abakus.tasks.limit;
