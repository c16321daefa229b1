package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.TaskEvent;

/** Ends a task whose time is over; a broker need not drop it in time, for it may have been handed out before. */
final class EndExpired implements Step {

    private final TaskClock clock;
    private final TaskEvents events;

    EndExpired(TaskClock clock, TaskEvents events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Instant> expires = execution.message().extras().expires();
        if (expires.isPresent() && clock.now().isAfter(expires.get())) {
            events.publish(() -> new TaskEvent.Expired(
                    execution.message(), execution.delivery().route().queue(), TaskEvent.Expired.FoundBy.WORKER));
            return new Outcome.Expired();
        }
        return rest.apply(execution);
    }
}
