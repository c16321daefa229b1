/**
 * <b>API</b>: carries the log context through JMS messages that the application sends and receives itself, in addition
 * to its tasks.
 */
package no.abakus.tasks.jms;
