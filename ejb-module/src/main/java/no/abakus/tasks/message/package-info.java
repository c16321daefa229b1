/**
 * Converts between a call and its message: arguments are written and read by the serializer that the message names. The
 * sender's log context is sent along within the limits, redacted like a log line.
 */
package no.abakus.tasks.message;
