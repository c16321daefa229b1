package no.abakus.tasks.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskOptionException;

/**
 * Classifies database errors. If the database is unavailable, callers can wait for the outage to end. If the database
 * will never accept the data, callers must give up the data. Other errors, such as a violated unique key, belong to
 * neither class.
 */
public final class SqlTrouble {

    /**
     * The SQLSTATE classes for values that do not fit, violated constraints, and limits of the database. {@link #RACES}
     * are excluded from these.
     */
    private static final List<String> REFUSALS = List.of("22", "23", "54");

    private static final String DUPLICATE_KEY = "23505";

    /** The SQLSTATE of a query that was cancelled because of its time limit, in H2 and in PostgreSQL. */
    private static final String ENDED_BY_LIMIT = "57014";

    private static final Set<String> RACES = Set.of(DUPLICATE_KEY, "23503");

    /**
     * The beginnings of the SQLSTATEs of an unavailable database. Reasons are a missing connection, permission, table
     * or resource, a shutdown, read-only mode, and a system error. H2's own codes come last.
     */
    private static final List<String> OUTAGES = List.of(
            "08", "25", "28", "42", "53", "57", "58", "XX", "90067", "90098", "90121", "90028", "90031", "90020");

    /** More causes than a real exception has. The search ends at this number, in case the causes form a cycle. */
    private static final int MOST_CAUSES = 50;

    private SqlTrouble() {}

    /**
     * Returns the exception to throw: a {@link TaskOptionException} if the database rejects the data, otherwise an
     * {@link OperationalException}.
     */
    public static TaskException of(String what, SQLException e) {
        return isRefusal(e)
                ? new TaskOptionException(what + ": the database rejects this data: " + e.getMessage(), e)
                : new OperationalException(
                        what + ": " + e.getMessage() + " (abakus.tasks.result.data-source says which database)", e);
    }

    /** Whether a row with this key already exists. */
    public static boolean isDuplicateKey(SQLException e) {
        return DUPLICATE_KEY.equals(e.getSQLState());
    }

    /** Whether a query was cancelled because of its time limit. A server that is shutting down reports another code. */
    static boolean isEndedByLimit(SQLException e) {
        return e instanceof SQLTimeoutException || ENDED_BY_LIMIT.equals(e.getSQLState());
    }

    private static boolean isRefusal(SQLException thrown) {
        SQLException e = thrown;
        for (int i = 0; i < MOST_CAUSES && e != null; i++, e = e.getNextException()) {
            String state = e.getSQLState();
            if (state != null && !RACES.contains(state) && startsWithOne(state, REFUSALS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an unavailable database caused this exception. */
    public static boolean isOutage(Throwable thrown) {
        Throwable e = thrown;
        for (int i = 0; i < MOST_CAUSES && e != null; i++, e = e.getCause()) {
            if (e instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                // A server's pool without a free connection reports no SQLSTATE.
                || e.getSQLState() == null
                || startsWithOne(e.getSQLState(), OUTAGES);
    }

    private static boolean startsWithOne(String state, List<String> classes) {
        return classes.stream().anyMatch(state::startsWith);
    }
}
