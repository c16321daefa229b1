/**
 * What a server's log configuration is pointed at: {@code JsonHandler} writes lines to stdout by itself, {@code JsonFormatter}
 * gives the same lines to a handler of the server, {@code ContextCapture} is the filter that an asynchronous handler needs. All
 * three have a public constructor without arguments, as JBoss LogManager and {@code java.util.logging} require. How a record's
 * message and foreign context are read differs between the log managers and is decided once, by what classes are there.
 */
package no.abakus.logging.server;
