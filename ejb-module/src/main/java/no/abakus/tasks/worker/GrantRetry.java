package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.MaxRetriesExceededException;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.publish.DueTime;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskAttributes;

/** Sends the message of the next execution where the body asked for one and may have it; the broker keeps it until then. */
final class GrantRetry implements Step {

    /** Containers wrap what a bean throws; deeper than this none of them does. */
    private static final int MAX_WRAPPERS = 8;

    private final Publisher publisher;
    private final TaskClock clock;

    GrantRetry(Publisher publisher, TaskClock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (outcome instanceof Outcome.Failed failed) {
            return retryIn(failed.thrown())
                    .map(retry -> retry(execution, retry))
                    .orElse(outcome);
        }
        return outcome;
    }

    private Outcome retry(Execution execution, Retry retry) {
        TaskAttributes attributes = execution.definition().attributes();
        int retries = execution.message().retries();
        if (!attributes.allowsRetryAfter(retries)) {
            return new Outcome.Failed(retry.getCause() != null ? retry.getCause() : exceeded(execution, attributes));
        }
        Duration countdown = retry.countdown().orElse(attributes.retryDelay());
        Instant eta;
        try {
            eta = DueTime.after(countdown, clock.now());
        } catch (TaskOptionException e) {
            e.addSuppressed(retry);
            return new Outcome.Failed(e);
        }
        publisher.republish(execution.delivery().route(), execution.message().retriedAt(eta));
        return new Outcome.Retried(eta, Optional.ofNullable(retry.getCause()));
    }

    private static MaxRetriesExceededException exceeded(Execution execution, TaskAttributes attributes) {
        return new MaxRetriesExceededException("Task " + execution.definition().name() + " asked for retry number "
                + (execution.message().retries() + 1) + ", and its maxRetries are " + attributes.maxRetries());
    }

    private static Optional<Retry> retryIn(Throwable thrown) {
        Throwable candidate = thrown;
        for (int i = 0; i < MAX_WRAPPERS && candidate != null; i++, candidate = candidate.getCause()) {
            if (candidate instanceof Retry retry) {
                return Optional.of(retry);
            }
        }
        return Optional.empty();
    }
}
