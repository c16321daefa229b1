package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.config.TaskClock;

/** Ends a task whose time is over; a broker need not drop it in time, for it may have been handed out before. */
final class EndExpired implements Step {

    private final TaskClock clock;

    EndExpired(TaskClock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Instant> expires = execution.message().extras().expires();
        boolean isOver = expires.isPresent() && clock.now().isAfter(expires.get());
        return isOver ? new Outcome.Expired() : rest.apply(execution);
    }
}
