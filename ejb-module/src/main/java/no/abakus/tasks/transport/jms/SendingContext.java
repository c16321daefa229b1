package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.util.function.Consumer;

/**
 * A JMS context with the producer that sends over it.
 *
 * @param jms the context
 * @param producer the context's producer; each send must set all options that it relies on, because the previous send
 *     may have changed them
 * @param afterSend releases the context after a send
 */
record SendingContext(JMSContext jms, JMSProducer producer, Consumer<JMSContext> afterSend) implements AutoCloseable {

    /** Creates a producer for this context. If that fails, the context is closed. */
    static SendingContext of(JMSContext jms, Consumer<JMSContext> afterSend) {
        try {
            return new SendingContext(jms, jms.createProducer(), afterSend);
        } catch (RuntimeException e) {
            discard(jms);
            throw e;
        }
    }

    /** Closes a context that is no longer needed, whether or not its connection still works. */
    static void discard(JMSContext jms) {
        try {
            jms.close();
        } catch (JMSRuntimeException e) {
            // The connection is broken, so the broker releases the context by itself.
            return;
        }
    }

    @Override
    public void close() {
        afterSend.accept(jms);
    }
}
