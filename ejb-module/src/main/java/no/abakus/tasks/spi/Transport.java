package no.abakus.tasks.spi;

import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.TaskOptionException;

/** Sends messages to a broker. Thread-safe. */
public interface Transport {

    /**
     * Hands the message to the broker, to be delivered when its hold or its eta says, or at once. Inside a JTA transaction the message is
     * part of it; outside of one the broker has it on disk when this returns.
     *
     * @throws no.abakus.tasks.OperationalException if the broker cannot be reached or refuses the message
     */
    void send(Route route, TaskMessage message);

    /**
     * Whether nobody can say how long {@link #send} of this message would take, outside of a transaction: true unless a transport
     * knows better. Such a send runs on another thread, so that its sender can be told of the failure in time.
     */
    default boolean mayHang(TaskMessage message) {
        return true;
    }

    /**
     * As {@link #send}, over a connection of the caller's.
     *
     * @throws no.abakus.tasks.TaskOptionException if this transport does not send over connections of that kind
     */
    default void sendOver(BrokerConnection connection, Route route, TaskMessage message) {
        throw new TaskOptionException("Tasks cannot be sent over a connection of the caller's here, such as a "
                + connection.getClass().getName() + "; leave it out");
    }
}
