/**
 * Turns that all nodes share, kept in a relational database: a row per line, moved on by whoever takes a turn. Only used by
 * tasks whose rate limit is that of the cluster.
 */
package no.abakus.tasks.limit.jdbc;
