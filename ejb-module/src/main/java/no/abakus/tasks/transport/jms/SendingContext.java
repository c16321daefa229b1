package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
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

    static SendingContext of(JMSContext jms, Consumer<JMSContext> afterSend) {
        return new SendingContext(jms, jms.createProducer(), afterSend);
    }

    @Override
    public void close() {
        afterSend.accept(jms);
    }
}
