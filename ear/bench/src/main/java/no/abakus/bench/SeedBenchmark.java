package no.abakus.bench;

import java.util.List;
import no.abakus.bench.seed.SeededDatabase;

/**
 * Fills a database with executions that have ended, so that one can try the console with many of them. A console shows
 * them if its server uses this database and its application is called {@code abakus}. If the database is an H2 file, no
 * other process may have it open.
 *
 * <p>Properties: {@code bench.seed.url}, by default a file below {@code ear/bench/target/bench/seed};
 * {@code bench.seed.user} and {@code bench.seed.password}, both by default {@code sa}; {@code bench.rows}, the number
 * of executions, by default 1,000,000.
 */
final class SeedBenchmark implements Benchmark {

    @Override
    public void run(Settings settings, Report report) {
        SeededDatabase usual = SeededDatabase.file(settings.output().resolve("seed"));
        SeededDatabase database = new SeededDatabase(
                System.getProperty("bench.seed.url", usual.url()),
                System.getProperty("bench.seed.user", usual.user()),
                System.getProperty("bench.seed.password", usual.password()));
        long rows = Integer.getInteger("bench.rows", ConsoleBenchmark.ROWS);
        report.circumstance("database", database.url());
        report.circumstance("rows", rows);
        report.add(new Measurement("rows written", "seed", "rows/s", List.of(database.fill(rows))));
    }
}
