package no.abakus.tasks.port;

import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Sends messages to a broker. Thread-safe. */
public interface Transport {

    /**
     * Hands the message to the broker, to be delivered at the time of its hold or its eta, or immediately. Inside a JTA
     * transaction the message is part of it. Outside of one the broker has it on disk when this returns.
     *
     * @throws no.abakus.tasks.OperationalException if the broker cannot be reached or refuses the message
     */
    void send(Route route, TaskMessage message);

    /**
     * Whether {@link #send} of this message, outside of a transaction, may block for an unknown time: true unless a
     * transport knows better. Such a send runs on another thread, so that its sender can be told of the failure in
     * time.
     */
    default boolean mayHang(TaskMessage message) {
        return true;
    }

    /**
     * As {@link #send}, over the caller's connection.
     *
     * @throws no.abakus.tasks.TaskOptionException if this transport does not send over connections of that kind
     */
    default void sendOver(BrokerConnection connection, Route route, TaskMessage message) {
        throw new TaskOptionException("Tasks cannot be sent over a connection of the caller's here, such as a "
                + connection.getClass().getName() + "; leave it out");
    }
}
