package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;

/** Where a send gets its JMS context from. Thread-safe. */
interface SendingContexts {

    /** A context for the next send of the calling thread; must be closed after it. */
    SendingContext borrow();

    /** Notes that a send has failed, perhaps because its connection is lost. */
    default void failed() {}

    /** A context of its own for each send; the container's pool makes this cheap. */
    static SendingContexts perSend(ConnectionFactory connections) {
        return () -> SendingContext.of(connections.createContext(), JMSContext::close);
    }
}
