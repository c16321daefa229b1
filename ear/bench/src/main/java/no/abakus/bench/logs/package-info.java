/**
 * Measures how fast log lines are created. Ours are compared to those of Logback, Log4j 2 and JBoss LogManager, and to
 * bare Jackson as the minimum that a JSON line costs. {@code ReferenceEvent} is the one event that every encoder gets.
 * Each peer has a class that sets it up as the peer's own guide says. {@code JsonLogsBenchmark} runs {@code
 * EncodeBenchmarks} and {@code CallBenchmarks} with JMH, and {@code JsonLogs} compares the results.
 */
package no.abakus.bench.logs;
