/**
 * Keeps how executions ended: the ends go from the listener into a bounded ring, and one thread writes them to the
 * store four times a second. Counts everything, keeps every failure, and samples successes above a rate. Never delays a
 * task that succeeds.
 */
package no.abakus.tasks.history;
