/**
 * Benchmarks on a server: {@code mvn -Pbench -Dbench=NAME}. Each benchmark starts a fresh server of its own. It
 * measures its variants in turn within one run, so that disturbances of the machine affect all variants. It ends with a
 * {@link no.abakus.bench.Report}, which consists of tables and {@code target/bench/NAME.jsonl}.
 *
 * <p>What runs inside the server is in {@link no.abakus.bench.deployed}. {@code ejb-module/docs/performance.md}
 * explains the figures.
 */
package no.abakus.bench;
