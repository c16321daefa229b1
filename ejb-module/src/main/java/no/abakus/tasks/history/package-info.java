/**
 * Records how executions ended. The listener puts ended executions into a ring buffer of limited size, and one thread
 * writes them to the store four times a second. While a history is kept, all executions are counted. Failures are kept
 * unless the ring is full. If tasks succeed at a high rate, only a sample of the successes is kept. A task that
 * succeeds never waits for the history.
 */
package no.abakus.tasks.history;
