/**
 * Between a call and its message: arguments are written and read by the serializer that the message names, and of the
 * sender's log context as much goes along as the limits allow, redacted as a log line is.
 */
package no.abakus.tasks.message;
