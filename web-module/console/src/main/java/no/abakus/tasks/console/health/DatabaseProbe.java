package no.abakus.tasks.console.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import no.abakus.tasks.spi.HealthProbe;

/** Checks whether the default database responds. */
final class DatabaseProbe implements HealthProbe {

    private static final int SECONDS = 1;

    private final DataSource database;

    DatabaseProbe(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(SECONDS)) {
                throw new SQLException("The connection is not valid, or was not validated within " + SECONDS + " s");
            }
        }
    }
}
