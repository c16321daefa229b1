/**
 * Keeps how executions ended. The listener puts ended executions into a bounded ring, and one thread writes them to the
 * store four times a second. All executions are counted, every failure is kept, and successes are sampled above a rate.
 * A task that succeeds is never delayed.
 */
package no.abakus.tasks.history;
