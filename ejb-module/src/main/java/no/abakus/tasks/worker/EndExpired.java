package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.config.TaskClock;

/**
 * Ends an expired task. A message may expire after the broker has delivered it, so the broker does not drop every
 * expired message.
 */
final class EndExpired implements Step {

    private final TaskClock clock;

    EndExpired(TaskClock clock) {
        this.clock = clock;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return !line.isPlain();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Instant> expires = execution.message().extras().expires();
        boolean isOver = expires.isPresent() && clock.now().isAfter(expires.get());
        return isOver ? new Outcome.Expired() : rest.apply(execution);
    }
}
