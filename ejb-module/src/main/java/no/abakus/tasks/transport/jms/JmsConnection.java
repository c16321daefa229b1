package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import no.abakus.tasks.BrokerConnection;

/**
 * An existing JMS context, and a producer if the caller has one, to send a task with:
 *
 * <pre>{@code
 * tasks.call(Mailer::send, "a@b.no").connection(JmsConnection.of(jms)).applyAsync();
 * }</pre>
 *
 * <p>In a transacted context the task is sent when the caller commits it. The producer's settings stay in force, except
 * priority, delivery delay and time to live, which each task sets itself. No more thread-safe than the context.
 *
 * @param jms the context
 * @param producer its producer
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
