/** Keeps claims and suspicions in the database of the results. Only the composition root knows it. */
package no.abakus.tasks.crash.jdbc;
