/**
 * Turns that all nodes share, in a relational database: one row per line, advanced by the node that takes a turn. Used
 * only by tasks whose rate limit applies to the cluster.
 */
package no.abakus.tasks.limit.jdbc;
