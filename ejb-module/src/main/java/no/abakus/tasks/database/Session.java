package no.abakus.tasks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs statements on one connection. Not thread-safe. */
public final class Session {

    /** The value that means no limit in JDBC. */
    private static final int NO_LIMIT = 0;

    private final Connection connection;
    private final int limit;
    private Dialect dialect;

    Session(Connection connection) {
        this(connection, NO_LIMIT);
    }

    /** Creates a session whose queries are cancelled after this many seconds. */
    Session(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the kind of database, for statements that depend on it. */
    public Dialect dialect() throws SQLException {
        if (dialect == null) {
            dialect = Dialect.of(connection);
        }
        return dialect;
    }

    /** Changes rows; returns how many were changed. */
    public int update(String sql, Binding parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.to(new Parameters(statement));
            return statement.executeUpdate();
        }
    }

    /** Runs the statement once for each element, in one round trip; returns how many rows each run has changed. */
    public <E> int[] updateEach(String sql, List<E> elements, ElementBinding<E> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (E element : elements) {
                parameters.to(new Parameters(statement), element);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Returns all rows of a query. */
    public <T> List<T> list(String sql, Binding parameters, Row.Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        forEach(sql, parameters, row -> {
            found.add(reader.read(row));
            return true;
        });
        return found;
    }

    /** Returns the first row of a query. */
    public <T> Optional<T> first(String sql, Binding parameters, Row.Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = query(sql)) {
            parameters.to(new Parameters(statement));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(new Row(rows))) : Optional.empty();
            }
        }
    }

    /** Reads row after row until there are no more, or the reader returns false. */
    public void forEach(String sql, Binding parameters, Row.Reader<Boolean> wantsMore) throws SQLException {
        try (PreparedStatement statement = query(sql)) {
            parameters.to(new Parameters(statement));
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    if (!wantsMore.read(row)) {
                        return;
                    }
                }
            }
        }
    }

    private PreparedStatement query(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        if (limit != NO_LIMIT) {
            statement.setQueryTimeout(limit);
        }
        return statement;
    }

    /**
     * Removes the limit from the connection before it returns to a pool. Otherwise, H2 would apply the limit to all
     * later statements of the connection.
     */
    void removeLimit() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(NO_LIMIT);
        }
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    public interface Binding {

        void to(Parameters parameters) throws SQLException;
    }

    /** Sets the parameters of a statement for one of several elements. */
    @FunctionalInterface
    public interface ElementBinding<E> {

        void to(Parameters parameters, E element) throws SQLException;
    }
}
