package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import no.abakus.tasks.OperationalException;

/**
 * One connection for all sends, with one context for each thread that sends at the same time. Outside of a container
 * nothing else pools them. It is opened at the first send, and again at the first send after a failure. Thread-safe.
 */
public final class KeptConnection implements SendingContexts, AutoCloseable {

    private final Supplier<JMSContext> opening;

    @SuppressWarnings("ThreadLocalUsage") // of this connection; there are as few of them as there are connections
    private final ThreadLocal<SendingContext> together = new ThreadLocal<>();

    private Opened current;
    private boolean isClosed;

    /** A connection with the login of the factory, if that has one. */
    public KeptConnection(ConnectionFactory connections) {
        this.opening = connections::createContext;
    }

    /** A connection of this user. */
    public KeptConnection(ConnectionFactory connections, String user, String password) {
        this.opening = () -> connections.createContext(user, password);
    }

    @Override
    public SendingContext borrow() {
        SendingContext shared = together.get();
        return shared == null ? opened().lend() : shared;
    }

    /** Whether the sends of this thread are committed together. */
    public boolean isTogether() {
        return together.get() != null;
    }

    /**
     * Does the work. Its sends are committed together at its end, or discarded if it throws.
     *
     * @throws OperationalException if the transaction cannot be begun or committed
     */
    public <T> T together(Supplier<T> work) {
        SendingContext before = together.get();
        try (SendingContext transacted = opened().lendTransacted()) {
            together.set(new SendingContext(transacted.jms(), transacted.producer(), stays -> {}));
            T answer = work.get();
            transacted.jms().commit();
            return answer;
        } catch (JMSRuntimeException e) {
            failed();
            throw new OperationalException(
                    "The broker did not accept the messages that were sent together: " + e.getMessage()
                            + "; nothing was sent",
                    e);
        } finally {
            together.set(before);
        }
    }

    /** Does the work. Its sends go out immediately, even while others are being sent together. */
    public <T> T apart(Supplier<T> work) {
        SendingContext before = together.get();
        together.remove();
        try {
            return work.get();
        } finally {
            together.set(before);
        }
    }

    /** A context over another connection, of the same user; its owner closes it. */
    JMSContext openAnother() {
        return opening.get();
    }

    private synchronized Opened opened() {
        if (isClosed) {
            throw new IllegalStateException("The connection to the broker was closed, so nothing can be sent over it");
        }
        if (current == null || current.isRetired()) {
            current = new Opened(opening.get());
        }
        current.enter();
        return current;
    }

    /** Sends in progress go on with the old connection; the next send opens a new one. */
    @Override
    public synchronized void failed() {
        if (current != null) {
            current.retire();
        }
    }

    /** Closes the connection once the sends in progress have ended. */
    @Override
    public synchronized void close() {
        isClosed = true;
        failed();
    }

    /** A context that can be lent, with its producer. */
    private record Session(JMSContext jms, JMSProducer producer) {}

    /** A connection, from its opening until the last context is returned after the connection was given up. */
    private static final class Opened {

        private final JMSContext connection;
        private final Deque<Session> idle = new ArrayDeque<>();
        private int borrowed;
        private boolean isRetired;

        Opened(JMSContext connection) {
            this.connection = connection;
            connection.setExceptionListener(lost -> retire());
        }

        synchronized boolean isRetired() {
            return isRetired;
        }

        synchronized void enter() {
            borrowed++;
        }

        SendingContext lend() {
            Session session = free();
            try {
                Session lent = session != null ? session : open();
                return new SendingContext(lent.jms(), lent.producer(), jms -> giveBack(lent));
            } catch (JMSRuntimeException e) {
                retire();
                leave();
                throw e;
            }
        }

        /** A context that sends only what is committed. Returning it closes it, which rolls back the rest. */
        SendingContext lendTransacted() {
            try {
                return SendingContext.of(connection.createContext(JMSContext.SESSION_TRANSACTED), jms -> {
                    jms.close();
                    leave();
                });
            } catch (JMSRuntimeException e) {
                retire();
                leave();
                throw e;
            }
        }

        private synchronized Session free() {
            return idle.poll();
        }

        private Session open() {
            JMSContext jms = connection.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            return new Session(jms, jms.createProducer());
        }

        private synchronized void giveBack(Session session) {
            idle.push(session);
            leave();
        }

        private synchronized void leave() {
            borrowed--;
            closeIfDone();
        }

        synchronized void retire() {
            isRetired = true;
            closeIfDone();
        }

        private void closeIfDone() {
            if (!isRetired || borrowed > 0) {
                return;
            }
            try {
                idle.forEach(session -> session.jms().close());
                connection.close();
            } catch (JMSRuntimeException e) {
                // It was given up because it is broken or no longer needed: either way it is gone.
                idle.clear();
            }
        }
    }
}
