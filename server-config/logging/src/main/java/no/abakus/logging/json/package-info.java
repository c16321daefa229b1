/**
 * Turns one log record into one line of JSON, in bytes, without allocating for the usual event. A {@code LineEncoder} owns the
 * settings and the known keys; each thread has a {@code LineWriter} with a buffer that is used again and again. Contexts and bound
 * fields are encoded once, kept with the context, and copied into each line. Whatever a value does (throw, refer to itself, be
 * giant), what comes out is one valid line, shorter if need be. Internal: only {@code no.abakus.logging.server} uses it.
 */
package no.abakus.logging.json;
