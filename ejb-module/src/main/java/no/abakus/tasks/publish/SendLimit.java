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
 * Lets a sender go on although the broker does not answer: the send runs on another thread, and its sender waits for it only
 * so long. Nothing is interrupted, for a database or a broker in the same process may lose its files by that: a send that
 * hangs keeps its thread until the broker's client gives up. Thread-safe.
 */
public final class SendLimit {

    /** None: each send runs on its sender's thread, for as long as it takes. */
    public static final SendLimit NONE = new SendLimit(Runnable::run);

    private final Executor threads;

    /** A limit whose sends run on these threads. */
    public SendLimit(Executor threads) {
        this.threads = threads;
    }

    /**
     * Sends.
     *
     * @param first what is sent, or the first of it
     * @throws OperationalException if that takes longer; whether it was sent nobody knows then
     */
    void within(Duration limit, TaskMessage first, Runnable send) {
        FutureTask<Void> sending = new FutureTask<>(send, null);
        threads.execute(sending);
        try {
            sending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new OperationalException(
                    "The broker has not answered within " + limit.toMillis() + " ms to " + PersistentSend.what(first)
                            + "; whether it has taken it is not known, and it is not sent again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationalException(
                    "The thread that sends " + PersistentSend.what(first)
                            + " was interrupted while it waited for the broker; whether that"
                            + " has taken it is not known",
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
