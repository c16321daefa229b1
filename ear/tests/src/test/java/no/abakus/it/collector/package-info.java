/**
 * Collectors of log lines, started for a test with the worked examples of {@code server-config/logging/collectors}. {@code Collector}
 * knows each one's program and options, runs it over a file of lines and hands back its records.
 */
package no.abakus.it.collector;
