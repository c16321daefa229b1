/**
 * Tells whether this node can send and run tasks. Runs {@link no.abakus.tasks.spi.HealthProbe probes} concurrently,
 * with a deadline.
 */
package no.abakus.tasks.health;
