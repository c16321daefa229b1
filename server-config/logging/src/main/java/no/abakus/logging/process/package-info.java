/**
 * What happens to an event between its logger and its line: an ordered chain of processors. Some come from the settings
 * (drop, sample, rate-limit, call-site, static, rename), others from users. If a processor fails, the line gets an
 * extra field and is never lost. By default the chain is empty and costs nothing. Redaction is not part of it: it
 * belongs to the encoder and runs after everything else.
 */
package no.abakus.logging.process;
