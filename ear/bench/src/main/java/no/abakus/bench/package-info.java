/**
 * Benchmarks on a server: {@code mvn -Pbench -Dbench=NAME}. Each starts a fresh server of its own, measures variants in
 * turn within the one run, so that whatever disturbs the machine disturbs them all, and ends in a
 * {@link no.abakus.bench.Report}: a table, and {@code target/bench/NAME.jsonl}.
 *
 * <p>What runs inside the server is in {@link no.abakus.bench.deployed}. What the figures say is told in
 * {@code ejb-module/docs/performance.md}.
 */
package no.abakus.bench;
