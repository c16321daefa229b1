package no.abakus.tasks.deployment;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.broker.KnownBrokers;
import no.abakus.tasks.server.FoundServer;
import no.abakus.tasks.worker.ConnectionFailure;

/**
 * Distinguishes outages from bugs. Recognizes that a task method failed because it could not get a connection, or
 * because it lost its connection. Drivers, pools and object-relational mappers each report this differently.
 */
public final class ConnectionFailures {

    private static final int MOST_CAUSES = 20;

    /** SQLSTATE's class for connection errors. */
    private static final String CONNECTION_CLASS = "08";

    /**
     * The SQLSTATEs if no connection is available. Standard: unable to connect, connection rejected. PostgreSQL: too
     * many connections, cannot connect now. H2: database closed, database closing.
     */
    private static final Set<String> NONE_TO_HAVE = Set.of("08001", "08004", "53300", "57P03", "90098", "90121");

    /** The SQLSTATEs if a connection was lost. PostgreSQL: shut down, crashed. H2: connection broken. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "90067");

    /** A message of Hibernate, whose exceptions carry no SQLSTATE. */
    private static final String HIBERNATE = "Unable to acquire JDBC Connection";

    /** The name of an exception class that not every server has. */
    private static final String LOST_ADAPTER = "jakarta.resource.spi.CommException";

    private final List<String> texts;
    private final Predicate<Throwable> brokers;

    /**
     * @param pools parts of the messages that the servers' connection pools use
     * @param brokers recognizes exceptions that a broker's client throws when it has no connection
     */
    ConnectionFailures(List<String> pools, Predicate<Throwable> brokers) {
        this.texts = Stream.concat(pools.stream(), Stream.of(HIBERNATE)).toList();
        this.brokers = brokers;
    }

    /** Recognizes the failures of all known servers and brokers. */
    public static ConnectionFailures known() {
        return new ConnectionFailures(
                FoundServer.ofThisProcess().noConnectionTexts(), KnownBrokers.listed()::isNoConnection);
    }

    /** Returns the two checks for the worker. */
    public ConnectionFailure asSeenByWorker() {
        return new ConnectionFailure(this::isNoneToHave, this::isLost);
    }

    /** Whether this was thrown because no connection was available. */
    boolean isNoneToHave(Throwable thrown) {
        return anyCause(thrown, this::saysNone);
    }

    /** Whether this was thrown because a connection was lost in use. */
    boolean isLost(Throwable thrown) {
        return anyCause(thrown, ConnectionFailures::saysLost);
    }

    /**
     * Whether the condition is true for the exception or one of its causes. An exception's methods may be overridden.
     * If such a method throws, the exception does not count as a connection failure.
     */
    private static boolean anyCause(Throwable thrown, Predicate<Throwable> says) {
        try {
            Throwable cause = thrown;
            for (int i = 0; i < MOST_CAUSES && cause != null; i++, cause = cause.getCause()) {
                if (says.test(cause)) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException | Error unreadable) {
            return false;
        }
    }

    private boolean saysNone(Throwable thrown) {
        return thrown instanceof SQLTransientConnectionException
                || LOST_ADAPTER.equals(thrown.getClass().getName())
                || brokers.test(thrown)
                || NONE_TO_HAVE.contains(state(thrown))
                || isSaidByContainer(thrown);
    }

    private static boolean saysLost(Throwable thrown) {
        // If the broker did not accept a call, it is unknown how far the call got, or what the task method had done
        // before.
        return thrown instanceof OperationalException
                || thrown instanceof SQLNonTransientConnectionException
                || LOST.contains(state(thrown))
                || state(thrown).startsWith(CONNECTION_CLASS);
    }

    private static String state(Throwable thrown) {
        return thrown instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    /**
     * Considers only exceptions of containers and drivers, because the messages of an application's own exceptions may
     * contain any text.
     */
    private boolean isSaidByContainer(Throwable thrown) {
        String message = thrown.getMessage();
        String type = thrown.getClass().getName();
        if (message == null) {
            return false;
        }
        boolean isTheirs = thrown instanceof SQLException
                || type.startsWith("jakarta.resource.")
                || type.startsWith("jakarta.persistence.")
                || type.startsWith("org.hibernate.");
        return isTheirs && texts.stream().anyMatch(message::contains);
    }
}
