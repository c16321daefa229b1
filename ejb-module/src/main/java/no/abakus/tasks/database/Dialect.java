package no.abakus.tasks.database;

import java.sql.Connection;
import java.sql.SQLException;
import no.abakus.tasks.OperationalException;

/** The supported databases, and the differences between them. */
public enum Dialect {
    /**
     * H2 stores a BLOB separately from its row. That is slow with many rows, but H2 has no other type for longer
     * values.
     */
    H2("BLOB", "VARBINARY(65536)"),
    POSTGRESQL("BYTEA", "BYTEA");

    private final String bytes;
    private final String shortBytes;

    Dialect(String bytes, String shortBytes) {
        this.bytes = bytes;
        this.shortBytes = shortBytes;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.name().equalsIgnoreCase(product)) {
                return dialect;
            }
        }
        throw new OperationalException("Tasks are kept in H2 or PostgreSQL, but abakus.tasks.result.data-source is "
                + product + ". Name another data source");
    }

    /** Returns the statement in this database's syntax. */
    String adapted(String sql) {
        return sql.replace("${bytes}", bytes).replace("${short_bytes}", shortBytes);
    }

    /** Whether a rollback also undoes the creation and alteration of tables. */
    boolean hasTransactionalTables() {
        return this == POSTGRESQL;
    }
}
