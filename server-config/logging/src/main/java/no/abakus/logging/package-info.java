/**
 * Structured logging in the manner of structlog: an event name and typed fields instead of sentences, and a context of
 * key-value pairs on every line of a thread. {@link no.abakus.logging.Log} writes events, {@link
 * no.abakus.logging.LogContext} describes the thread's current work, and {@link no.abakus.logging.Redaction} keeps
 * secrets out of the lines.
 *
 * <p>Lines go through {@code java.util.logging}, so the server's own logger levels and handlers apply. The classes that
 * turn them into JSON are in {@code no.abakus.logging.server}. This package depends only on the JDK. The server's log
 * manager and the applications share the same copy of this package.
 *
 * <p>This API is stable. The packages below it are internal, except that a server's log configuration names the classes
 * of {@code no.abakus.logging.server}.
 */
package no.abakus.logging;
