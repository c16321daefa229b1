/**
 * Collectors of log lines, started for a test with the worked examples of {@code server-config/logging/collectors}.
 * {@code Collector} knows each collector's program and options, runs it over a file of lines and returns its records.
 */
package no.abakus.it.collector;
