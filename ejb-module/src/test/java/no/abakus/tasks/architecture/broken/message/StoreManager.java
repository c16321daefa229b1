package no.abakus.tasks.architecture.broken.message;

import java.sql.Connection;
import java.sql.SQLException;

/** Has a name that says nothing, and a database. */
public final class StoreManager {

    /** Uses it. */
    public boolean isClosed(Connection connection) throws SQLException {
        return connection.isClosed();
    }
}
