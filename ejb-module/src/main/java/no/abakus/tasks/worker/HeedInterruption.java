package no.abakus.tasks.worker;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.Reject;
import no.abakus.tasks.Retry;
import no.abakus.tasks.SoftTimeLimitExceeded;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.config.TaskClock;

/** What it means that a body threw which had been asked to end; one that returned has ended as any other. */
final class HeedInterruption implements Step {

    private final TaskClock clock;

    HeedInterruption(TaskClock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (!(outcome instanceof Outcome.Failed failed)) {
            return outcome;
        }
        Optional<Interruption> why = execution.running().interruption();
        if (why.isEmpty() || utteredAWish(failed.thrown())) {
            return outcome;
        }
        return explained(execution, failed, why.get());
    }

    private Outcome explained(Execution execution, Outcome.Failed failed, Interruption why) {
        if (why instanceof Interruption.Stopping) {
            if (execution.acks().beginsOnce()) {
                TaskException stopped = why.exception(execution.running().task());
                stopped.addSuppressed(failed.thrown());
                return new Outcome.Failed(stopped);
            }
            // Whatever it threw, it might not have thrown undisturbed.
            return new Outcome.Requeued(clock.now(), "the node stops");
        }
        if (why instanceof Interruption.SoftLimit soft && isOfInterrupt(failed.thrown())) {
            return new Outcome.Failed(
                    new SoftTimeLimitExceeded(execution.running().task(), soft.limit(), failed.thrown()));
        }
        return failed;
    }

    private static boolean utteredAWish(Throwable thrown) {
        return ThrownByBody.wish(thrown, Retry.class).isPresent()
                || ThrownByBody.wish(thrown, Ignore.class).isPresent()
                || ThrownByBody.wish(thrown, Reject.class).isPresent();
    }

    /** Libraries wrap an interrupt as they please. */
    private static boolean isOfInterrupt(Throwable thrown) {
        return ThrownByBody.wish(thrown, InterruptedException.class).isPresent()
                || ThrownByBody.wish(thrown, InterruptedIOException.class).isPresent()
                || ThrownByBody.wish(thrown, ClosedByInterruptException.class).isPresent();
    }
}
