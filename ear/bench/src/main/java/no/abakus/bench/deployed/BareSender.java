package no.abakus.bench.deployed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends as hand-written code would. It uses one pooled context per send, and so does the task system. */
class BareSender implements Sender {

    static final String TEXT = "hei";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConnectionFactory connections;
    private final Queue queue;
    private final BareMessage shape;

    BareSender(ConnectionFactory connections, Queue queue, BareMessage shape) {
        this.connections = connections;
        this.queue = queue;
        this.shape = shape;
    }

    @Override
    public void send(int number) {
        try (JMSContext jms = connections.createContext()) {
            send(number, jms, jms.createProducer());
        }
    }

    final JMSContext open() {
        return connections.createContext();
    }

    final void send(int number, JMSContext jms, JMSProducer producer) {
        String id = UUID.randomUUID().toString();
        try {
            String body = JSON.writeValueAsString(Map.of("args", List.of(number, TEXT)));
            producer.setPriority(shape.priority()).send(queue, shape.create(jms, id, body));
        } catch (JMSException | JsonProcessingException e) {
            throw new IllegalStateException("The message could not be written: " + e.getMessage(), e);
        }
        BareListener.LOG.info(() -> "bench.noop " + id + " sent");
    }
}
