/**
 * <b>API</b>: carries the log context through JMS messages that the application sends and receives itself, next to its
 * tasks.
 */
package no.abakus.tasks.jms;
