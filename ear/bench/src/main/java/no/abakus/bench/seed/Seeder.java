package no.abakus.bench.seed;

import java.time.Instant;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.history.jdbc.JdbcHistory;
import no.abakus.tasks.port.HistoryStore;

/** Writes the rows of a seed in batches. First it creates or migrates the tables, as a starting node does. */
final class Seeder {

    private static final int BATCH = 1_000;
    private static final int TOLD_AFTER = 100_000;

    private final HistoryStore ends;

    /** Creates a seeder of the database behind this data source. The rows belong to the application {@code abakus}. */
    Seeder(DataSource source) {
        ends = JdbcHistory.in(new Database(() -> source, new NoTransactions()), Owner.PLAIN)
                .ends();
    }

    /** Writes this many rows. Returns how many rows were written per second. */
    double write(long count) {
        SeedRows rows = new SeedRows(Instant.now(), count);
        long begun = System.nanoTime();
        for (long first = 0; first < count; first += BATCH) {
            ends.add(LongStream.range(first, Math.min(count, first + BATCH))
                    .mapToObj(rows::row)
                    .toList());
            if ((first + BATCH) % TOLD_AFTER == 0) {
                System.out.println("Seeded " + (first + BATCH) + " of " + count);
            }
        }
        return count * 1e9 / (System.nanoTime() - begun);
    }
}
