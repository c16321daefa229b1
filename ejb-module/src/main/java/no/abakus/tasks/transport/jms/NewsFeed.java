package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import no.abakus.logging.Log;
import no.abakus.tasks.port.NewsListener;

/**
 * For a program without a container: receives the notifications of all nodes. Starts when a caller first needs them. If
 * notifications are missed while the connection is lost, a waiting caller finds the outcome by polling. Thread-safe.
 */
public final class NewsFeed implements AutoCloseable {

    private static final Log log = Log.get(NewsFeed.class);

    private final KeptConnection connection;
    private final NewsListener listener;
    private final String topic;
    private JMSContext open;
    private boolean isClosed;

    /** Creates a feed over a separate connection that has the same credentials as this one. */
    public NewsFeed(KeptConnection connection, NewsListener listener, QueueNames names) {
        this.connection = connection;
        this.listener = listener;
        this.topic = names.topicAtBroker(JmsNews.TOPIC);
    }

    /** Starts to receive notifications, unless the feed has already started. Reconnects if the connection was lost. */
    public synchronized void listen() {
        if (open != null || isClosed) {
            return;
        }
        try {
            JMSContext fresh = connection.openAnother();
            open = fresh;
            fresh.setExceptionListener(lost -> drop(fresh));
            fresh.createConsumer(fresh.createTopic(topic)).setMessageListener(this::heard);
        } catch (JMSRuntimeException e) {
            log.warning("news_not_heard", "detail", e.getMessage());
            drop(open);
        }
    }

    private void heard(Message message) {
        try {
            JmsNews.read(message).forEach(listener::heard);
        } catch (JMSException e) {
            log.warning("news_not_heard", "detail", e.getMessage());
        }
    }

    private synchronized void drop(JMSContext lost) {
        if (lost == null || lost != open) {
            return;
        }
        open = null;
        try {
            lost.close();
        } catch (JMSRuntimeException e) {
            // The connection is already lost. The next caller opens a new connection.
            log.debug("news_connection_lost", "detail", e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        drop(open);
    }
}
