package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.util.function.Consumer;

/**
 * A JMS context with the producer that sends over it.
 *
 * @param jms the context
 * @param producer its producer; a send has to set all that it cares for, because the one before may have
 * @param afterSend what becomes of the context after a send
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
