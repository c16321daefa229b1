package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.Transport;

/**
 * Sends over a connection factory of the container's, whose contexts are pooled and join the caller's JTA transaction.
 * Thread-safe.
 */
public final class JmsTransport implements Transport {

    private final ConnectionFactory connections;
    private final TaskClock clock;

    public JmsTransport(ConnectionFactory connections, TaskClock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void send(Route route, TaskMessage message) {
        try (JMSContext jms = connections.createContext()) {
            JMSProducer producer = jms.createProducer().setPriority(route.priority());
            if (message.eta().isPresent()) {
                producer.setDeliveryDelay(millisUntil(message.eta().get()));
            }
            producer.send(jms.createQueue(QueueNames.atBroker(route.queue())), MessageWriter.write(message, jms));
        } catch (JMSException | JMSRuntimeException e) {
            throw new OperationalException(
                    "The broker did not take task " + message.task() + "[" + message.id() + "] for queue '"
                            + QueueNames.atBroker(route.queue()) + "': " + e.getMessage() + "; nothing was sent",
                    e);
        }
    }

    /** Never less than there is left: a task is not to run early. */
    private long millisUntil(Instant eta) {
        return Math.max(0, Duration.between(clock.now(), eta).plusNanos(999_999).toMillis());
    }
}
