/**
 * Turns a task into a message: merges the task's options, adds the sender's log context and lineage, writes the
 * arguments, chooses the route, and hands the message to the transport.
 */
package no.abakus.tasks.publish;
