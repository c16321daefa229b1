package no.abakus.tasks.publish;

import java.time.Duration;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.SenderRefused;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Retries a send that the broker does not accept, as long as the policy allows it. A refused login is not retried.
 * Thread-safe.
 */
final class PersistentSend {

    private static final Log log = Log.get(PersistentSend.class);

    private final TaskClock clock;
    private final SendLimit limit;

    PersistentSend(TaskClock clock, SendLimit limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Sends, with retries if necessary.
     *
     * @param first the message, or the first of several
     * @throws OperationalException if the broker did not accept the message and there is no further attempt, because
     *     the broker refused the login, the policy allows no further retry, or this thread was interrupted
     */
    void send(TaskMessage first, RetryPolicy policy, Runnable send) {
        long begun = clock.nanos();
        Duration left = policy.timeout();
        for (int failures = 1; ; failures++) {
            try {
                limit.within(left, first, send);
                return;
            } catch (OperationalException e) {
                if (e.getCause() instanceof SenderRefused) {
                    throw e;
                }
                Duration wait = policy.waitAfter(failures);
                Duration spent = clock.since(begun);
                left = policy.timeout().minus(spent).minus(wait);
                if (!policy.allows(failures) || left.isNegative() || left.isZero()) {
                    throw failures == 1 ? e : givenUp(first, failures, spent, e);
                }
                log.warning("send_retrying", "sending", what(first), "failures", failures, "detail", e.getMessage());
                pauseFor(wait, e);
            }
        }
    }

    static String what(TaskMessage first) {
        return "task " + first.task() + "[" + first.id() + "]";
    }

    private void pauseFor(Duration wait, OperationalException failure) {
        try {
            clock.pause(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static OperationalException givenUp(
            TaskMessage first, int tries, Duration spent, OperationalException last) {
        return new OperationalException(
                "Sending " + what(first) + " was tried " + tries + " times in " + spent.toMillis()
                        + " ms, but the broker never accepted the task; the last error: " + last.getMessage(),
                last);
    }
}
