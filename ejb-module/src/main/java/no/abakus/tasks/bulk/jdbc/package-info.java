/** Stores bulk operations in H2 or PostgreSQL. */
package no.abakus.tasks.bulk.jdbc;
