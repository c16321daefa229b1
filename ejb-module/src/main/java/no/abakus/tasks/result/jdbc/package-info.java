/** Results in the database, which holds their order of states: an update says from which states it goes out. */
package no.abakus.tasks.result.jdbc;
