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
import no.abakus.tasks.spi.Returns;

/**
 * Decides the outcome of a task that was asked to end or was interrupted, and then threw. A task that threw
 * {@link Retry}, {@link Ignore} or {@link Reject} still gets what it asked for. A task that returned ends like any
 * other.
 */
final class HandleInterruption implements FailureRule {

    /** A task that has already gone back to the broker this many times fails, because it may be interrupting itself. */
    private static final int MOST_BY_OTHERS = 5;

    private final TaskClock clock;
    private final GivingBack givingBack;

    HandleInterruption(TaskClock clock) {
        this.clock = clock;
        this.givingBack = new GivingBack(clock);
    }

    @Override
    public Outcome judge(Execution execution, Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed)) {
            return outcome;
        }
        Optional<Interruption> why = execution.running().interruption();
        if (utteredAWish(failed.thrown())) {
            return outcome;
        }
        return why.isEmpty() ? byOthers(execution, failed) : explained(execution, failed, why.get());
    }

    /**
     * Handles an interrupt from outside Abakus: from the server, or from a resource adapter whose listener was stopped.
     * A task that starts only once fails, because it must not start again. Such a task is rarely interrupted in this
     * way, because no adapter knows its thread.
     */
    private Outcome byOthers(Execution execution, Outcome.Failed failed) {
        Returns before = execution.message().extras().returns();
        boolean wasInterrupted = execution.running().isLeftInterrupted() || isOfInterrupt(failed.thrown());
        return !wasInterrupted || execution.acks().beginsOnce() || before.times() >= MOST_BY_OTHERS
                ? failed
                : givingBack.because(
                        "interrupted", "its thread was interrupted from outside of the task system", before);
    }

    private Outcome explained(Execution execution, Outcome.Failed failed, Interruption why) {
        if (why instanceof Interruption.Stopping) {
            if (execution.acks().beginsOnce()) {
                TaskException stopped = why.exception(execution.running().task());
                stopped.addSuppressed(failed.thrown());
                return new Outcome.Failed(stopped);
            }
            // Without the interrupt, the task might not have thrown, so it runs again.
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

    /**
     * Whether an interrupt caused this exception. Libraries wrap interrupts in many ways. A subclass of
     * {@link InterruptedIOException} means something else, usually that a connection has timed out.
     */
    private static boolean isOfInterrupt(Throwable thrown) {
        return ThrownByBody.wish(thrown, InterruptedException.class).isPresent()
                || ThrownByBody.wish(thrown, InterruptedIOException.class)
                        .filter(io -> io.getClass() == InterruptedIOException.class)
                        .isPresent()
                || ThrownByBody.wish(thrown, ClosedByInterruptException.class).isPresent();
    }
}
