package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.Reject;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.publish.DueTime;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/** Handles {@link Ignore} and {@link Reject}, which a task throws to be ignored or rejected. */
final class HandleControlExceptions implements FailureRule {

    /**
     * The delay of a requeued message. Without it, the message would be redelivered immediately and keep a processor
     * busy.
     */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TaskClock clock;

    HandleControlExceptions(TaskClock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome judge(Execution execution, Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed)) {
            return outcome;
        }
        Optional<Ignore> ignore = ThrownByBody.wish(failed.thrown(), Ignore.class);
        if (ignore.isPresent()) {
            return new Outcome.Ignored(ignore.get().getMessage());
        }
        return ThrownByBody.wish(failed.thrown(), Reject.class)
                .map(this::refused)
                .orElse(outcome);
    }

    private Outcome refused(Reject reject) {
        String reason = String.valueOf(reject.getMessage());
        return reject.requeue()
                ? new Outcome.Requeued(DueTime.after(PAUSE, clock.now()), reason)
                : new Outcome.Rejected(new Rejection(Reason.REFUSED, reason));
    }
}
