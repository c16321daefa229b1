/**
 * Processes each event before it becomes a line, in an ordered chain of processors. Some processors come from the
 * settings (drop, sample, rate-limit, call-site, static, rename), others from users. If a processor fails, the line
 * gets an extra field and is never lost. By default the chain is empty and costs nothing. Redaction is not part of the
 * chain, because it belongs to the encoder and runs after all processors.
 */
package no.abakus.logging.process;
