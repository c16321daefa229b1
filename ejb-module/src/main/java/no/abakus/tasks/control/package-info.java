/**
 * The messages between nodes over one topic: queries with a deadline, commands, and heartbeats that show which nodes
 * are alive. The operator tools are built on these messages.
 */
package no.abakus.tasks.control;
