/**
 * How fast log lines are made: ours beside those of Logback, Log4j 2 and JBoss LogManager, and beside bare Jackson as the floor of what
 * a JSON line costs at all. {@code ReferenceEvent} is the one event that everybody encodes; each peer is a class that sets itself up as its
 * own guide says; {@code EncodeBenchmarks} and {@code CallBenchmarks} are run by JMH; {@code JsonLogsBenchmark} runs them and
 * compares.
 */
package no.abakus.bench.logs;
