package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.MaxRetriesExceededException;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.publish.DueTime;
import no.abakus.tasks.registry.TaskAttributes;

/**
 * Grants a retry if the task asked for one, or declares one for this exception, unless the task has used up its
 * retries. {@link SettleExecution} sends the message of the retry.
 */
final class GrantRetry implements FailureRule {

    private final RetryDelay delays;
    private final TaskClock clock;

    GrantRetry(RetryDelay delays, TaskClock clock) {
        this.delays = delays;
        this.clock = clock;
    }

    @Override
    public Outcome judge(Execution execution, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return wish(execution, failed.thrown())
                    .map(retry -> retry(execution, retry))
                    .orElse(outcome);
        }
        return outcome;
    }

    /** The retry that the task asked for or declares for this exception. */
    private static Optional<Retry> wish(Execution execution, Throwable thrown) {
        return ThrownByBody.wish(thrown, Retry.class).or(() -> {
            Throwable cause = ThrownByBody.unwrapped(thrown);
            boolean asks = execution.definition().attributes().retry().asksFor(cause);
            // A task that exceeded its limit may still be running, so a retry would run beside it.
            return asks && !(cause instanceof TimeLimitExceeded)
                    ? Optional.of(new Retry(null, cause))
                    : Optional.empty();
        });
    }

    private Outcome retry(Execution execution, Retry retry) {
        TaskAttributes attributes = execution.definition().attributes();
        int retries = execution.message().retries();
        int most = retry.maxRetries().orElse(attributes.maxRetries());
        if (!TaskAttributes.allowsRetryAfter(retries, most)) {
            return new Outcome.Failed(retry.getCause() != null ? retry.getCause() : exceeded(execution, most));
        }
        Duration countdown = retry.countdown().orElseGet(() -> delays.after(retries, attributes));
        Instant eta;
        try {
            eta = DueTime.after(countdown, clock.now());
        } catch (TaskOptionException e) {
            e.addSuppressed(retry);
            return new Outcome.Failed(e);
        }
        Optional<Instant> expires = execution.message().extras().expires();
        if (expires.isPresent() && !expires.get().isAfter(eta)) {
            return new Outcome.Expired();
        }
        return new Outcome.Retried(eta, Optional.ofNullable(retry.getCause()));
    }

    private static MaxRetriesExceededException exceeded(Execution execution, int most) {
        return new MaxRetriesExceededException("Task " + execution.definition().name() + " asked for retry number "
                + (execution.message().retries() + 1) + ", but its maxRetries is " + most);
    }
}
