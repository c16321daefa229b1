/**
 * Turns one log record into one line of JSON, as bytes, without allocation for an ordinary event. A {@code LineEncoder}
 * owns the settings and the known keys; each thread has a {@code LineWriter} with a reusable buffer. Contexts and bound
 * fields are encoded once, cached with the context, and copied into each line. Even if a value throws, contains itself
 * or is huge, the result is one valid line, shortened if necessary. Internal: only other packages of the logging module
 * use it.
 */
package no.abakus.logging.json;
