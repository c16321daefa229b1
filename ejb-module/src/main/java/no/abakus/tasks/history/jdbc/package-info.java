/** Stores the history in H2 or PostgreSQL. */
package no.abakus.tasks.history.jdbc;
