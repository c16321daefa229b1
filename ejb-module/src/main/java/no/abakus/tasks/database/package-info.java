/**
 * The only access to the database. The package has the connections, inside and outside of transactions, the tables of
 * all stores, as one series of scripts, and the meaning of database errors. Stores contain only statements.
 */
package no.abakus.tasks.database;
