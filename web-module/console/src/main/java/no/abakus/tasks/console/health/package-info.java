/**
 * Whether this server can send and run tasks: the engine's {@link no.abakus.tasks.spi.HealthProbe probes} and the default
 * database, asked at the same time and with a deadline. Why something is down goes to the log; a client, who needs no
 * login for this, is told only what.
 */
package no.abakus.tasks.console.health;
