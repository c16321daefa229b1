/**
 * Rate limits. A task that arrives too early gets a turn and goes back to the broker until that time. So no worker
 * waits, and the task holds up no other task. It comes back once, at its turn, unless the limit has changed.
 *
 * <p>Turns are kept in memory if the limit applies to each node, and behind {@link no.abakus.tasks.port.SharedPace} if
 * all nodes share the limit.
 */
package no.abakus.tasks.limit;
