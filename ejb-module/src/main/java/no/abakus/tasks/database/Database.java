package no.abakus.tasks.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.operate.QueryTooWideException;
import no.abakus.tasks.port.Transactions;

/**
 * The database that all stores share: its connections and its tables. The tables are created when a store first needs
 * them, so an unreachable database does not prevent the start of the application. Thread-safe.
 */
public final class Database {

    private final Supplier<DataSource> source;
    private final Transactions transactions;
    private volatile DataSource ready;

    /** Creates an object that gives access to a database. The data source is looked up when it is first needed. */
    public Database(Supplier<DataSource> source, Transactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /**
     * Creates or migrates the tables now, unless this has already been done.
     *
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    public void prepare() {
        if (ready == null) {
            // Not in the caller's transaction, because some databases commit at every change of a table.
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
            throw SqlTrouble.of("The tables could not be created", e);
        }
        return found;
    }

    /** Whether the tables are known to exist. */
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
     * Does the work in the caller's transaction. Without one, each statement runs in auto-commit mode.
     *
     * @param otherwise what failed, for the message of the exception, such as {@code The tables could not be created}
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     * @throws no.abakus.tasks.TaskOptionException if the database rejects the data
     */
    public <T> T run(String otherwise, Work<T> work) {
        prepare();
        try (Connection connection = ready.getConnection()) {
            return work.in(new Session(connection));
        } catch (SQLException e) {
            throw SqlTrouble.of(otherwise, e);
        }
    }

    /**
     * Like {@link #run}, for queries that may have to read a lot. Each query is cancelled after the limit and gives its
     * connection back.
     *
     * @param limit a whole number of seconds
     * @param narrower how to narrow the query, for the message of the exception
     * @throws QueryTooWideException if a query has reached the limit
     */
    public <T> T runWithin(Duration limit, String otherwise, Supplier<String> narrower, Work<T> work) {
        prepare();
        try (Connection connection = ready.getConnection()) {
            Session session = new Session(connection, Math.toIntExact(limit.toSeconds()));
            try {
                return work.in(session);
            } finally {
                session.removeLimit();
            }
        } catch (SQLException e) {
            if (SqlTrouble.isEndedByLimit(e)) {
                throw new QueryTooWideException(narrower.get(), e);
            }
            throw SqlTrouble.of(otherwise, e);
        }
    }

    /** Like {@link #run}, but if the caller has no transaction, either all statements are committed or none of them. */
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
            } catch (SQLException | RuntimeException | Error e) {
                // Without this, the switch to auto-commit would commit what was done so far.
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        };
    }

    /** Runs the statements of a store. */
    @FunctionalInterface
    public interface Work<T> {

        T in(Session session) throws SQLException;
    }
}
