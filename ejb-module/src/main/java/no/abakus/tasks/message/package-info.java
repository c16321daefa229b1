/**
 * Between a call and its message: arguments are written and read by the serializer that the message names. The sender's
 * log context is sent along as far as the limits allow, redacted like a log line.
 */
package no.abakus.tasks.message;
