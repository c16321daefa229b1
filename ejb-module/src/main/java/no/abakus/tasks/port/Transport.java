package no.abakus.tasks.port;

import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Sends messages to a broker. Thread-safe. */
public interface Transport {

    /**
     * Hands the message to the broker, to be delivered at the time of its hold or its eta, or immediately. Inside a JTA
     * transaction the send is part of the transaction. Outside of a transaction, the broker has accepted the message
     * when this method returns, and has stored a persistent message on disk.
     *
     * @throws no.abakus.tasks.OperationalException if the broker cannot be reached or refuses the message
     */
    void send(Route route, TaskMessage message);

    /**
     * Checks, as far as is possible now, that a task could be sent by this route. Sends nothing.
     *
     * @throws no.abakus.tasks.TaskOptionException if no task can ever be sent there
     */
    default void check(Route route) {}

    /**
     * Whether {@link #send} of this message, outside of a transaction, may block indefinitely. Default: true. Such a
     * send runs on another thread, so that its sender can still time out.
     */
    default boolean mayHang(TaskMessage message) {
        return true;
    }

    /**
     * Like {@link #send}, but over the caller's connection.
     *
     * @throws no.abakus.tasks.TaskOptionException if this transport does not send over connections of that kind
     */
    default void sendOver(BrokerConnection connection, Route route, TaskMessage message) {
        throw new TaskOptionException("Tasks cannot be sent over the caller's own connection here. Leave out the"
                + " connection, which is a " + connection.getClass().getName());
    }
}
