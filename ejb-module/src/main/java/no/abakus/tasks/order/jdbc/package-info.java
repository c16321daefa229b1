/** Orders of operators in the database. */
package no.abakus.tasks.order.jdbc;
