/**
 * Keeps the turns of rate limits that all nodes share, in a relational database. Each line of waiting tasks has one
 * database row. A node that takes a turn updates the row. Only tasks whose rate limit applies to the cluster need this.
 */
package no.abakus.tasks.limit.jdbc;
