/**
 * Turns one task into one message: merges its options, adds the sender's log context and lineage, writes the arguments,
 * chooses the route, and hands the message to the transport. Handles single tasks only.
 */
package no.abakus.tasks.publish;
