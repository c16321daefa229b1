/**
 * What operators have ordered until further notice: which tasks are not to run, and what is paused. Kept durably behind
 * {@link no.abakus.tasks.spi.OrderStore} and {@link no.abakus.tasks.spi.ResultBackend}, and in the memory of each node, so
 * that a task that nobody has said anything about costs a worker a look into an empty map.
 */
package no.abakus.tasks.order;
