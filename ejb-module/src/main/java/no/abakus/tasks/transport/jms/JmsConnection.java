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
 * <p>Within a transacted context the task is sent when the caller commits it. What the producer was set up with stays in
 * force, apart from priority, delivery delay and time to live, which each task has of its own. As little thread-safe as the context.
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
