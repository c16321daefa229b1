/**
 * Whether this server can send and run tasks. Runs the engine's {@link no.abakus.tasks.spi.HealthProbe probes} and a
 * check of the default database concurrently, with a deadline. The log has the reason for a failed check. Clients need
 * no login for this, so they see only the names of the failed checks.
 */
package no.abakus.tasks.console.health;
