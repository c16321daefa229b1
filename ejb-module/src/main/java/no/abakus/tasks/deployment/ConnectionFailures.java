package no.abakus.tasks.deployment;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.abakus.tasks.OperationalException;

/**
 * Tells an outage from a bug: whether a task method failed because it could not get a connection, or lost the one it
 * had. Drivers, pools and object-relational mappers each report this differently.
 */
public final class ConnectionFailures {

    private static final int MOST_CAUSES = 20;

    /** SQLSTATE's class for connection errors. */
    private static final String CONNECTION_CLASS = "08";

    /** Unable to connect, rejected. PostgreSQL: too many connections, cannot connect now. H2: closed, closing. */
    private static final Set<String> NONE_TO_HAVE = Set.of("08001", "08004", "53300", "57P03", "90098", "90121");

    /** PostgreSQL: shut down, crashed. H2: broken. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "90067");

    /** Messages of IronJacamar (WildFly), Hibernate and Payara, whose exceptions carry no SQLSTATE. */
    private static final List<String> TEXTS =
            List.of("IJ000453", "IJ000655", "Unable to acquire JDBC Connection", "Error in allocating a connection");

    /** By name, because not every server has these classes. */
    private static final Set<String> TYPES = Set.of(
            "jakarta.resource.spi.CommException",
            "org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException",
            "org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException",
            "org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException");

    /** OpenMQ: error on connection creation, connection closed, cannot connect. */
    private static final List<String> OPEN_MQ = List.of("[C4001]", "[C4003]", "[C4056]", "[C4059]", "[C4062]");

    private ConnectionFailures() {}

    /** Whether this was thrown because no connection was available. */
    public static boolean isNoneToHave(Throwable thrown) {
        return anyCause(thrown, ConnectionFailures::saysNone);
    }

    /** Whether this was thrown because a connection was lost in use. */
    public static boolean isLost(Throwable thrown) {
        return anyCause(thrown, ConnectionFailures::saysLost);
    }

    /**
     * An exception's methods may be overridden. If one of them throws, the exception does not count as a connection
     * failure.
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

    private static boolean saysNone(Throwable thrown) {
        return thrown instanceof SQLTransientConnectionException
                || TYPES.contains(thrown.getClass().getName())
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

    /** Considers only exceptions of containers and drivers: an application's own messages may quote anything. */
    private static boolean isSaidByContainer(Throwable thrown) {
        String message = thrown.getMessage();
        String type = thrown.getClass().getName();
        if (message == null) {
            return false;
        }
        if (type.startsWith("jakarta.jms.") || type.startsWith("com.sun.messaging.")) {
            return OPEN_MQ.stream().anyMatch(message::contains);
        }
        boolean isTheirs = thrown instanceof SQLException
                || type.startsWith("jakarta.resource.")
                || type.startsWith("jakarta.persistence.")
                || type.startsWith("org.hibernate.");
        return isTheirs && TEXTS.stream().anyMatch(message::contains);
    }
}
