package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import no.abakus.tasks.OperationalException;

/**
 * One connection for all sends, with one context for each concurrent sender. It is for programs without a container,
 * because nothing else pools connections there. The connection is opened at the first send, and again at the first send
 * after a failure. Thread-safe.
 */
public final class KeptConnection implements SendingContexts, AutoCloseable {

    private final Supplier<JMSContext> opening;

    @SuppressWarnings("ThreadLocalUsage") // one per connection, so there are only a few
    private final ThreadLocal<Together> together = new ThreadLocal<>();

    private Opened current;
    private boolean isClosed;

    /** Creates a connection with the factory's credentials, if the factory has any. */
    public KeptConnection(ConnectionFactory connections) {
        this.opening = connections::createContext;
    }

    /** Creates a connection as this user. */
    public KeptConnection(ConnectionFactory connections, String user, String password) {
        this.opening = () -> connections.createContext(user, password);
    }

    @Override
    public SendingContext borrow() {
        Together shared = together.get();
        return shared == null ? opened().lend() : shared.context();
    }

    /** Whether the sends of this thread are committed together. */
    public boolean isTogether() {
        return together.get() != null;
    }

    /**
     * Runs the work. Its sends are committed together when the work ends, or discarded if the work throws.
     *
     * @throws OperationalException if the transaction cannot be started or committed
     */
    public <T> T together(Supplier<T> work) {
        Together before = together.get();
        Together shared;
        T answer;
        try (SendingContext transacted = opened().lendTransacted()) {
            shared = new Together(
                    new SendingContext(transacted.jms(), transacted.producer(), stays -> {}), new ArrayList<>());
            together.set(shared);
            answer = work.get();
            transacted.jms().commit();
        } catch (JMSRuntimeException e) {
            failed();
            throw new OperationalException(
                    "The broker did not accept the messages that were sent together: " + e.getMessage()
                            + "; nothing was sent",
                    e);
        } finally {
            together.set(before);
        }
        shared.afterCommit().forEach(Runnable::run);
        return answer;
    }

    /** Runs the work when the sends of this thread are committed, or immediately if they are not sent together. */
    public void afterCommit(Runnable work) {
        Together shared = together.get();
        if (shared == null) {
            work.run();
        } else {
            shared.afterCommit().add(work);
        }
    }

    /** Runs the work. Its sends go out immediately, even inside {@link #together(Supplier)}. */
    public <T> T apart(Supplier<T> work) {
        Together before = together.get();
        together.remove();
        try {
            return work.get();
        } finally {
            together.set(before);
        }
    }

    /** A context over another connection of the same user. The caller must close it. */
    JMSContext openAnother() {
        return opening.get();
    }

    private synchronized Opened opened() {
        if (isClosed) {
            throw new IllegalStateException("The connection to the broker was closed, so nothing can be sent over it");
        }
        if (current == null || current.isRetired()) {
            current = Opened.over(opening.get());
        }
        current.enter();
        return current;
    }

    /** Discards the connection. Sends in progress still use it, and the next send opens a new one. */
    @Override
    public synchronized void failed() {
        if (current != null) {
            current.retire();
        }
    }

    /** Closes the connection after the sends in progress have ended. */
    @Override
    public synchronized void close() {
        isClosed = true;
        failed();
    }

    /** The sends of a thread that are committed together, and the work that waits for the commit. */
    private record Together(SendingContext context, List<Runnable> afterCommit) {}

    /** A pooled context with its producer. */
    private record Session(JMSContext jms, JMSProducer producer) {}

    /** An open connection. After it is discarded, it stays open until its last context is returned. */
    private static final class Opened {

        private final JMSContext connection;
        private final Deque<Session> idle = new ArrayDeque<>();
        private int borrowed;
        private boolean isRetired;

        private Opened(JMSContext connection) {
            this.connection = connection;
        }

        static Opened over(JMSContext connection) {
            Opened opened = new Opened(connection);
            try {
                connection.setExceptionListener(lost -> opened.retire());
                return opened;
            } catch (JMSRuntimeException e) {
                opened.retire();
                throw e;
            }
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

        /**
         * Lends a transacted context. Returning the context closes it, which rolls back uncommitted sends. A failure to
         * close it does not matter: after the commit, the broker has the messages; before, it discards them.
         */
        SendingContext lendTransacted() {
            try {
                return SendingContext.of(connection.createContext(JMSContext.SESSION_TRANSACTED), jms -> {
                    SendingContext.discard(jms);
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
            SendingContext opened =
                    SendingContext.of(connection.createContext(JMSContext.AUTO_ACKNOWLEDGE), pooled -> {});
            return new Session(opened.jms(), opened.producer());
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
            // The connection stays open as long as one of its contexts, so each is closed even if another cannot be.
            idle.forEach(session -> SendingContext.discard(session.jms()));
            idle.clear();
            SendingContext.discard(connection);
        }
    }
}
