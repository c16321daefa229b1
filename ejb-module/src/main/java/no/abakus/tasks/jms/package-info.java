/**
 * <b>API</b>: carries the log context through JMS messages that the application sends and receives itself, in addition
 * to its tasks.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.tasks.jms;
