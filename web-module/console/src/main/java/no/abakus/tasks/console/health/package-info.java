/**
 * Whether this server can send and run tasks: runs the engine's {@link no.abakus.tasks.spi.HealthProbe probes} and a
 * check of the default database concurrently, with a deadline. The reason why something is down goes to the log.
 * Clients need no login for this, so they are only told what is down.
 */
package no.abakus.tasks.console.health;
