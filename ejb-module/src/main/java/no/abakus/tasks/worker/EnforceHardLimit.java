package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.Acks;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskTracer;

/**
 * Fails a task that exceeds its time limit, whatever its method does. The later steps run on a separate thread, which
 * is abandoned at the limit. Their outcome is then discarded. So a later step must call {@link RunningTask#finish}
 * before it makes anything permanent.
 */
final class EnforceHardLimit implements Step {

    private final Predicate<Acks> responsible;
    private final TimeLimits limits;
    private final BodyThreads threads;
    private final AbandonedBodies abandoned;
    private final TaskEvents events;
    private final TaskClock clock;

    /** Creates a step that enforces the limits of tasks whose acknowledgement matches {@code responsible}. */
    EnforceHardLimit(Predicate<Acks> responsible, TimeKeeping time, TaskEvents events, TaskClock clock) {
        this.responsible = responsible;
        this.limits = time.limits();
        this.threads = time.threads();
        this.abandoned = time.abandoned();
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return responsible.test(line.acks())
                && (!line.isPlain() || limits.of(line.task()).hard().isPresent());
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Duration> limit = execution.running().allowed().hard();
        return limit.isEmpty() ? rest.apply(execution) : within(limit.get(), execution, rest);
    }

    private Outcome within(Duration limit, Execution execution, Rest rest) {
        RunningTask running = execution.running();
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        long begun = clock.nanos();
        try {
            threads.start("abakus-body " + running, () -> run(execution, rest, end));
        } catch (RejectedExecutionException e) {
            throw new OperationalException("The application is stopping and starts no more tasks", e);
        }
        while (true) {
            try {
                return end.get(limit.minus(clock.since(begun)).toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return abandoned.giveUp(running, new Interruption.HardLimit(limit))
                        ? failed(execution, limit)
                        : ended(end);
            } catch (ExecutionException e) {
                throw ThrownElsewhere.unchecked(e.getCause());
            } catch (InterruptedException e) {
                // The interrupt means that the listener is being stopped. A task that can run again is asked to end.
                // Any other task continues.
                if (!execution.acks().beginsOnce()) {
                    running.interrupt(new Interruption.Stopping());
                }
            }
        }
    }

    /** The outcome of a task method that ended just in time. */
    private static Outcome ended(CompletableFuture<Outcome> end) {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw ThrownElsewhere.unchecked(e.getCause());
        }
    }

    private void run(Execution execution, Rest rest, CompletableFuture<Outcome> end) {
        try (LogScope scope = LogContext.replace(execution.context());
                TaskTracer.Entered entered = execution.trace().enter()) {
            try {
                end.complete(rest.apply(execution));
            } catch (Throwable thrown) {
                // An unexpected error must not leave the listener waiting.
                end.completeExceptionally(thrown);
            } finally {
                execution.running().finish();
                abandoned.ended(execution.running());
            }
        }
    }

    private Outcome failed(Execution execution, Duration limit) {
        RunningTask running = execution.running();
        TimeLimitExceeded exceeded = new TimeLimitExceeded(running.task(), limit);
        String name = running.thread()
                .map(thread -> {
                    // The stack of the hanging task is more useful than the place where the timeout was noticed.
                    exceeded.setStackTrace(thread.getStackTrace());
                    return thread.getName();
                })
                .orElse("");
        events.publish(() -> new TaskEvent.Abandoned(execution.delivery(), exceeded, name, abandoned.count()));
        return new Outcome.Failed(exceeded);
    }
}
