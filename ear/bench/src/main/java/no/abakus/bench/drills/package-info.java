/**
 * Drills take away a real server, or something that it needs, under load, and afterwards account for every task. Each
 * drill is a benchmark with its own name, {@code mvn -Pbench -Dbench=drill-kill}, and fails if a promise does not hold.
 * {@code ejb-module/docs/reliability.md} reports the results.
 */
package no.abakus.bench.drills;
