/**
 * Benchmarks on a server: {@code mvn -Pbench -Dbench=NAME}. Most benchmarks start fresh servers of their own. A
 * benchmark measures its variants in turn within one run, so that disturbances of the machine affect all variants. Its
 * {@link no.abakus.bench.Report} is printed as tables and written to {@code target/bench/NAME.jsonl}.
 *
 * <p>What runs inside the server is in {@link no.abakus.bench.deployed}. {@code ejb-module/docs/performance.md}
 * explains the figures.
 */
package no.abakus.bench;
