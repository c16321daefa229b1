/**
 * The messages that nodes exchange over one topic: commands, queries with a deadline, and heartbeats that show which
 * nodes are alive. The operator tools are built on these messages.
 */
package no.abakus.tasks.control;
