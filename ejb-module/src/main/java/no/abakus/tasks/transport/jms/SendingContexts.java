package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;

/** Provides the JMS contexts for sends. Thread-safe. */
interface SendingContexts {

    /** A context for the next send of the calling thread. The caller must close it after the send. */
    SendingContext borrow();

    /** Reports that a send has failed, perhaps because its connection is lost. */
    default void failed() {}

    /** Opens a separate context for each send. The container's pool makes this cheap. */
    static SendingContexts perSend(ConnectionFactory connections) {
        return () -> SendingContext.of(connections.createContext(), JMSContext::close);
    }
}
