package no.abakus.tasks.spi;

/** Sends messages to a broker. Thread-safe. */
public interface Transport {

    /**
     * Hands the message to the broker, to be delivered at its eta or at once. Inside a JTA transaction the message is
     * part of it; outside of one the broker has it on disk when this returns.
     *
     * @throws no.abakus.tasks.OperationalException if the broker cannot be reached or refuses the message
     */
    void send(Route route, TaskMessage message);
}
