/**
 * Structured logging as structlog has it: an event name and typed fields instead of sentences, and a context of key-value pairs
 * that every line of a thread carries. {@link no.abakus.logging.Log} writes events, {@link no.abakus.logging.LogContext} holds what
 * the thread is working on, {@link no.abakus.logging.Redaction} keeps secrets out. Lines go through {@code java.util.logging}, so
 * the server's own logger levels and handlers apply; what turns them into JSON is named in {@code no.abakus.logging.server}.
 * This package depends on the JDK alone and is shared, as one class identity, by the server's log manager and the applications.
 */
package no.abakus.logging;
