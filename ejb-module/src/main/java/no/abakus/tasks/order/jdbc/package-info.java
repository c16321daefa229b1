/** Stores operators' orders in the database. */
package no.abakus.tasks.order.jdbc;
