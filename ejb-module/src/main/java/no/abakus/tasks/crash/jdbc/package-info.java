/** Stores claims and suspicions in the database of the results. */
package no.abakus.tasks.crash.jdbc;
