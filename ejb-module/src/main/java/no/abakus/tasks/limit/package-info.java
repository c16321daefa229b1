/**
 * Rate limits. A task that arrives too early gets a turn, that is, a time at which it may start. Then it goes back to
 * the broker. So no worker waits, and the task does not delay other tasks. The broker delivers the task again at its
 * turn. If the turn is more than a minute away, the task is delivered every minute before that, in case the limit has
 * changed.
 *
 * <p>If the limit applies to each node, its turns are kept in memory. If all nodes share the limit,
 * {@link no.abakus.tasks.port.SharedPace} keeps the turns.
 */
package no.abakus.tasks.limit;
