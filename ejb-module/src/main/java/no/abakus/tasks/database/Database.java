package no.abakus.tasks.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.port.Transactions;

/**
 * The database that all stores share: the way to a connection, and the tables. They are made when a store first needs them, so that a
 * database that is away at start is no reason to fail. Thread-safe.
 */
public final class Database {

    private final Supplier<DataSource> source;
    private final Transactions transactions;
    private volatile DataSource ready;

    /** The database behind this data source, which is looked up when it is first needed. */
    public Database(Supplier<DataSource> source, Transactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /**
     * Makes or changes the tables now, if that has not happened yet.
     *
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    public void prepare() {
        if (ready == null) {
            // Outside of the caller's transaction: some databases commit at every change of a table.
            ready = transactions.outside(this::migrated);
        }
    }

    private synchronized DataSource migrated() {
        if (ready != null) {
            return ready;
        }
        DataSource found = source.get();
        try {
            Schema.migrate(found);
        } catch (SQLException e) {
            throw SqlTrouble.of("The tables could not be made", e);
        }
        return found;
    }

    /** Whether the tables are known to be there. */
    public boolean isPrepared() {
        return ready != null;
    }

    /** Whether the database responds; true if no store has needed it yet. */
    public boolean responds() {
        DataSource known = ready;
        if (known == null) {
            return true;
        }
        try (Connection connection = known.getConnection()) {
            new Session(connection)
                    .first("SELECT version FROM abakus_schema", Parameters.NONE, row -> row.number("version"));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Does the work in the caller's transaction. Without one, each statement commits by itself.
     *
     * @param otherwise what could not be done, for the message of the exception
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     * @throws no.abakus.tasks.TaskOptionException if it refuses the data
     */
    public <T> T run(String otherwise, Work<T> work) {
        prepare();
        try (Connection connection = ready.getConnection()) {
            return work.in(new Session(connection));
        } catch (SQLException e) {
            throw SqlTrouble.of(otherwise, e);
        }
    }

    /** As {@link #run}, but without a transaction of the caller's, all statements commit together or not at all. */
    public <T> T together(String otherwise, Work<T> work) {
        return run(otherwise, transactions.isActive() ? work : committed(work));
    }

    private static <T> Work<T> committed(Work<T> work) {
        return session -> {
            Connection connection = session.connection();
            connection.setAutoCommit(false);
            try {
                T done = work.in(session);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        };
    }

    /** Statements of a store. */
    @FunctionalInterface
    public interface Work<T> {

        T in(Session session) throws SQLException;
    }
}
