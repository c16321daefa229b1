/**
 * Converts between a call and its message: arguments are written and read by the serializer that the message names. The
 * message also carries the sender's log context, which is limited in size and redacted like a log line.
 */
package no.abakus.tasks.message;
