/**
 * Results in a relational database, H2 or PostgreSQL: the only place that knows {@code java.sql}. The database holds the
 * order of states, by updates that say from which states they go out; and makes its own tables, script by script.
 */
package no.abakus.tasks.result.jdbc;
