package no.abakus.tasks.crash.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.spi.Transactions;

/** The tables of this package, made when they are first needed, and the way to a connection. Thread-safe. */
public final class CrashTables {

    /** Nodes that start together are few; each try meets at most one of them that was faster. */
    private static final int TRIES = 5;

    private static final List<String> CREATE = List.of(
            "CREATE TABLE IF NOT EXISTS abakus_claim (task_id VARCHAR(255) NOT NULL, execution INTEGER NOT NULL,"
                    + " task VARCHAR(255) NOT NULL, node VARCHAR(255) NOT NULL, run VARCHAR(64) NOT NULL,"
                    + " acknowledged BOOLEAN NOT NULL, ended BOOLEAN NOT NULL,"
                    + " claimed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,"
                    + " expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, token VARCHAR(64),"
                    + " PRIMARY KEY (task_id, execution))",
            "CREATE INDEX IF NOT EXISTS abakus_claim_expiry ON abakus_claim (expires_at)",
            "CREATE INDEX IF NOT EXISTS abakus_claim_run ON abakus_claim (ended, run)",
            "CREATE TABLE IF NOT EXISTS abakus_run (run VARCHAR(64) NOT NULL PRIMARY KEY, node VARCHAR(255) NOT NULL,"
                    + " seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL)",
            "CREATE TABLE IF NOT EXISTS abakus_suspicion (task_id VARCHAR(255) NOT NULL PRIMARY KEY,"
                    + " deaths INTEGER NOT NULL, node VARCHAR(255), begun_at TIMESTAMP(6) WITH TIME ZONE,"
                    + " evidence TEXT NOT NULL, expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL)");

    private final Supplier<DataSource> source;
    private final Transactions transactions;
    private volatile DataSource ready;

    /** Tables in this data source, which is asked for when it is first needed. */
    public CrashTables(Supplier<DataSource> source, Transactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /** Whether they were needed so far. */
    public boolean isPrepared() {
        return ready != null;
    }

    <T> T run(String otherwise, Work<T> work) {
        try (Connection connection = prepared().getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(otherwise, e);
        }
    }

    private DataSource prepared() throws SQLException {
        DataSource known = ready;
        return known != null ? known : made();
    }

    private synchronized DataSource made() throws SQLException {
        if (ready == null) {
            DataSource found = source.get();
            // Outside of the caller's transaction: some databases commit at every change of a table.
            SQLException failed = transactions.outside(() -> create(found));
            if (failed != null) {
                throw failed;
            }
            ready = found;
        }
        return ready;
    }

    private static SQLException create(DataSource source) {
        SQLException last = null;
        for (int tries = 0; tries < TRIES; tries++) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String command : CREATE) {
                    statement.execute(command);
                }
                addToken(statement);
                return null;
            } catch (SQLException e) {
                last = e;
            }
        }
        return last;
    }

    /** To tables of an earlier version. To change a table locks it, so that this is asked for first. */
    private static void addToken(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT token FROM abakus_claim WHERE 1 = 0")) {
            rows.next();
        } catch (SQLException missing) {
            statement.execute("ALTER TABLE abakus_claim ADD COLUMN IF NOT EXISTS token VARCHAR(64)");
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
