package no.abakus.tasks.jms;

import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import no.abakus.logging.LogScope;

/**
 * Puts the caller's log context into messages that the application sends itself. Inject it into any bean. Thread-safe.
 *
 * <pre>{@code
 * @Inject JMSContext jms;
 * @Inject JmsLogContext logContext;
 *
 * logContext.into(jms.createProducer()).send(orders, "…");
 * producer.send(logContext.into(session.createTextMessage("…")));
 * }</pre>
 *
 * <p>As in messages of tasks, the context is in the message properties {@code abakus_ctx_…}. It is redacted like a log
 * line, and limited by {@code abakus.tasks.message.max-context-keys} and {@code max-context-size}. The context never
 * makes a send fail. At the receiver, {@link CarriesLogContext} binds the context.
 */
public interface JmsLogContext {

    /**
     * Adds the context to this message. A message that cannot be written, such as a received one, stays as it is.
     *
     * @return the same message
     */
    <M extends Message> M into(M message);

    /**
     * Adds the context to all messages that this producer sends from now on. Call this again for each request if the
     * producer is used for several requests.
     *
     * @return the same producer
     */
    JMSProducer into(JMSProducer producer);

    /**
     * Binds the context of a received message to this thread until the scope is closed. Use it in code that is not
     * called by a container, such as a loop around {@code JMSConsumer.receive}. {@link CarriesLogContext} does the same
     * for beans. Never throws, no matter what the message contains.
     */
    LogScope bind(Message message);
}
