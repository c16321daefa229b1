/** Orders of operators in a relational database, H2 or PostgreSQL, in tables of their own. */
package no.abakus.tasks.order.jdbc;
