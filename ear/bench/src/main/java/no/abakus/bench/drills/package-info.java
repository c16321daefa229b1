/**
 * Most drills take away a real server, or something that it needs, while tasks are sent and run. Afterwards they
 * account for every task. Each drill is a benchmark with its own name, as in {@code mvn -Pbench -Dbench=drill-kill}. It
 * fails if a promise does not hold. {@code ejb-module/docs/reliability.md} reports the results.
 */
package no.abakus.bench.drills;
