package no.abakus.bench.deployed;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;

/** Sends as one would by hand who knows that many are to come: all of a transaction over one context. */
final class BareBulkSender extends BareSender {

    BareBulkSender(ConnectionFactory connections, BareMessage shape) {
        super(connections, shape);
    }

    @Override
    public void sendAll(int from, int until) {
        try (JMSContext jms = open()) {
            for (int number = from; number < until; number++) {
                send(number, jms);
            }
        }
    }
}
