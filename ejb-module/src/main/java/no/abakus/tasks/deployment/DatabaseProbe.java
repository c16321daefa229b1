package no.abakus.tasks.deployment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.spi.HealthProbe;

/** Checks whether a database provides a working connection. */
final class DatabaseProbe implements HealthProbe {

    private static final int SECONDS = 1;

    private final Supplier<DataSource> database;

    DatabaseProbe(Supplier<DataSource> database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check() throws SQLException {
        try (Connection connection = database.get().getConnection()) {
            if (!connection.isValid(SECONDS)) {
                throw new SQLException("The database did not confirm the connection within " + SECONDS + " s");
            }
        }
    }
}
