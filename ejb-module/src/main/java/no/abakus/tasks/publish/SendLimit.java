package no.abakus.tasks.publish;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Lets a sender continue if the broker does not respond. The send runs on another thread, and the sender waits only for
 * a limited time. Sends are never interrupted, because an interrupt could close the files of a database or broker in
 * the same process. A hanging send keeps its thread until the broker's client gives up. Thread-safe.
 */
public final class SendLimit {

    /** No limit: each send runs on its sender's thread, for as long as it takes. */
    public static final SendLimit NONE = new SendLimit(Runnable::run);

    private final Executor threads;

    /** Creates a limit whose sends run on these threads. */
    public SendLimit(Executor threads) {
        this.threads = threads;
    }

    /**
     * Sends within this time.
     *
     * @param first the message, or the first of several
     * @throws OperationalException if the send takes longer, or if the waiting thread is interrupted; it is then
     *     unknown whether the message was sent
     */
    void within(Duration limit, TaskMessage first, Runnable send) {
        FutureTask<Void> sending = new FutureTask<>(send, null);
        threads.execute(sending);
        try {
            sending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new OperationalException(
                    "The broker has not responded within " + limit.toMillis() + " ms to " + PersistentSend.what(first)
                            + "; it is unknown whether the broker has the message, and the message is not sent again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationalException(
                    "The thread that sends " + PersistentSend.what(first)
                            + " was interrupted while it waited for the broker; it is unknown whether the broker has"
                            + " the message",
                    e);
        } catch (CancellationException | ExecutionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(Exception failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new OperationalException("The send was given up: " + failed.getMessage(), failed);
    }
}
