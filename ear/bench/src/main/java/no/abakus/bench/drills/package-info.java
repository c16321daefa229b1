/**
 * Drills: a real server, or something it needs, is taken away under load, and afterwards every task is accounted for.
 * Each is a benchmark with its own name, {@code mvn -Pbench -Dbench=drill-kill}, and fails if a promise does not hold.
 * {@code ejb-module/docs/reliability.md} reports the results.
 */
package no.abakus.bench.drills;
