/**
 * How fast log lines are created: ours compared to Logback, Log4j 2 and JBoss LogManager, and to bare Jackson as the
 * minimum that a JSON line costs at all. {@code ReferenceEvent} is the one event that every encoder gets. Each peer is
 * a class that is set up as its own guide says. {@code EncodeBenchmarks} and {@code CallBenchmarks} are run by JMH;
 * {@code JsonLogsBenchmark} runs them and compares the results.
 */
package no.abakus.bench.logs;
