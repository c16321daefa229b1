/**
 * The one door to the database: connections in and out of transactions, the tables of all stores as one series of scripts, and what a
 * database means by its errors. Stores hold statements only.
 */
package no.abakus.tasks.database;
