package no.abakus.bench.deployed;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;

/**
 * Sends all messages of a transaction through one context and one producer, as hand-written code for bulk sends does.
 */
final class BareBulkSender extends BareSender {

    BareBulkSender(ConnectionFactory connections, Queue queue, BareMessage shape) {
        super(connections, queue, shape);
    }

    @Override
    public void sendAll(int from, int until) {
        try (JMSContext jms = open()) {
            JMSProducer producer = jms.createProducer();
            for (int number = from; number < until; number++) {
                send(number, jms, producer);
            }
        }
    }
}
