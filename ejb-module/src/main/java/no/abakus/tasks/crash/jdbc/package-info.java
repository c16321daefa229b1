/** Stores claims and suspicions in the database of the results. Only the composition root uses it. */
package no.abakus.tasks.crash.jdbc;
