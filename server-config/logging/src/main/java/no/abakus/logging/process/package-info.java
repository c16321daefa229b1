/**
 * What happens to an event between its logger and its line: an ordered chain of processors, those of the settings (drop, sample,
 * rate-limit, call-site, static, rename) and those of users, each guarded so that a failing one costs a field and never the line.
 * Without any, which is the default, the chain is empty and costs nothing. Redaction is not here: it belongs to the encoder, after
 * everything else.
 */
package no.abakus.logging.process;
