/**
 * Stores results in the database. The database enforces the order of states, because each update names the states that
 * it may start from.
 */
package no.abakus.tasks.result.jdbc;
