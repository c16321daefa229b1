/**
 * The classes that a server's log configuration names. {@code JsonHandler} writes lines to stdout directly, {@code
 * JsonFormatter} provides the same lines to a handler of the server, and {@code ContextCapture} is the filter that an
 * asynchronous handler needs. All three have a public constructor without arguments, as JBoss LogManager and {@code
 * java.util.logging} require. The log manager determines how a record's message and foreign context are read. It is
 * detected once, by the classes that are present.
 */
package no.abakus.logging.server;
