/**
 * The only access to the database. This package opens the connections, creates the tables of all stores with one series
 * of scripts, and classifies database errors. The stores themselves contain only statements.
 */
package no.abakus.tasks.database;
