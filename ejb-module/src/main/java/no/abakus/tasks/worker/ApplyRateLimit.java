package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Sends a task back to the broker as long as it exceeds its rate limit. This does not count as a retry. The worker is
 * free for other tasks immediately.
 */
final class ApplyRateLimit implements Step {

    private final RateLimits limits;
    private final Publisher publisher;
    private final TaskEvents events;

    ApplyRateLimit(RateLimits limits, Publisher publisher, TaskEvents events) {
        this.limits = limits;
        this.publisher = publisher;
        this.events = events;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return limits.of(line.task().name()).isPresent();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Hold> hold = limits.admit(execution.definition(), execution.message(), execution.bound());
        if (hold.isEmpty()) {
            return rest.apply(execution);
        }
        publisher.hold(execution.delivery().route(), execution.message(), hold.get());
        events.publish(() -> new TaskEvent.Held(execution.delivery(), hold.get()));
        return new Outcome.Held();
    }
}
