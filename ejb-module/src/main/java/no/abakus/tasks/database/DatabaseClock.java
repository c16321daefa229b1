package no.abakus.tasks.database;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.SharedClock;

/**
 * Reads the database's clock. Call it outside a transaction, because the database returns the same time for a whole
 * transaction. Thread-safe.
 */
public final class DatabaseClock implements SharedClock {

    private static final String NOW = "SELECT CURRENT_TIMESTAMP AS shared_now WHERE " + FreshRead.CONDITION;

    private final Database database;

    /** Creates the clock of this database. */
    public DatabaseClock(Database database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        Optional<Instant> now = database.run(
                "The database's time could not be read",
                session -> session.first(NOW, Parameters.NONE, row -> row.instant("shared_now")));
        return now.orElseThrow(() -> new OperationalException("The database did not return its time"));
    }
}
