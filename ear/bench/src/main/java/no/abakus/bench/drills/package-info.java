/**
 * Drills: a real server, or what it needs, is taken away under load, and afterwards every task is accounted for. Each is a
 * benchmark by its name, {@code mvn -Pbench -Dbench=drill-kill}; it fails if something that is promised does not hold. What
 * they found is told in {@code ejb-module/docs/reliability.md}.
 */
package no.abakus.bench.drills;
