/** What all stores in a database have to know of databases. */
package no.abakus.tasks.database;
