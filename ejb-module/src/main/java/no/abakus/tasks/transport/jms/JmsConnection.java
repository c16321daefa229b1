package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import no.abakus.tasks.BrokerConnection;

/**
 * Sends a task over an existing JMS context, and optionally an existing producer:
 *
 * <pre>{@code
 * tasks.call(Mailer::send, "a@b.no").connection(JmsConnection.of(jms)).applyAsync();
 * }</pre>
 *
 * <p>In a transacted context, the task is sent when the caller commits. The producer's settings apply, except for
 * priority, delivery mode, delivery delay and time to live, which are set for each task. A connection is only as
 * thread-safe as its context.
 *
 * @param jms the context
 * @param producer the context's producer
 */
public record JmsConnection(JMSContext jms, JMSProducer producer) implements BrokerConnection {

    /** Sends with this producer of the context. Celery: {@code producer}, {@code publisher}. */
    public static JmsConnection of(JMSContext jms, JMSProducer producer) {
        return new JmsConnection(jms, producer);
    }

    /** Sends over this context. Celery: {@code connection}. */
    public static JmsConnection of(JMSContext jms) {
        return new JmsConnection(jms, jms.createProducer());
    }
}
