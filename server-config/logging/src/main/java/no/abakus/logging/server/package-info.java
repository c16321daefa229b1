/**
 * The classes that a server's log configuration names. {@code JsonHandler} writes lines to stdout by itself,
 * {@code JsonFormatter} gives the same lines to a handler of the server, and {@code ContextCapture} is the filter that
 * an asynchronous handler needs. All three have a public constructor without arguments, as JBoss LogManager and
 * {@code java.util.logging} require. How a record's message and foreign context are read depends on the log manager;
 * this is decided once, by which classes are present.
 */
package no.abakus.logging.server;
