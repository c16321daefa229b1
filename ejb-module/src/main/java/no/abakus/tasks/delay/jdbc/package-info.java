/** Stores parked messages in H2 or PostgreSQL. */
package no.abakus.tasks.delay.jdbc;
