package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Has a task fail that runs longer than its time limit, if it has one, whatever its body does: the steps after this one run on
 * a thread of their own, which is given up at the limit. What they answer later counts no more; a step of them that makes
 * something last has to ask {@link RunningTask#finish} before it does.
 */
final class KeepHardLimit implements Step {

    private final Predicate<Execution> responsible;
    private final BodyThreads threads;
    private final AbandonedBodies abandoned;
    private final TaskEvents events;
    private final TaskClock clock;

    /** Keeps the limits of those executions that it is responsible for. */
    KeepHardLimit(Predicate<Execution> responsible, TimeKeeping time, TaskEvents events, TaskClock clock) {
        this.responsible = responsible;
        this.threads = time.threads();
        this.abandoned = time.abandoned();
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Duration> limit = execution.running().allowed().hard();
        return limit.isEmpty() || !responsible.test(execution)
                ? rest.apply(execution)
                : within(limit.get(), execution, rest);
    }

    private Outcome within(Duration limit, Execution execution, Rest rest) {
        RunningTask running = execution.running();
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        long begun = clock.nanos();
        threads.start("abakus-body " + running, () -> run(execution, rest, end));
        while (true) {
            try {
                return end.get(limit.minus(clock.since(begun)).toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return abandoned.giveUp(running, new Interruption.HardLimit(limit))
                        ? failed(execution, limit)
                        : ended(end);
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            } catch (InterruptedException e) {
                // Whoever interrupts a listener stops it. A body that can run again heeds that; another one goes on.
                if (!execution.acks().beginsOnce()) {
                    running.interrupt(new Interruption.Stopping());
                }
            }
        }
    }

    /** The outcome of a body that was over just in time. */
    private static Outcome ended(CompletableFuture<Outcome> end) {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw unchecked(e.getCause());
        }
    }

    /** What steps throw, who have no checked exceptions. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    private void run(Execution execution, Rest rest, CompletableFuture<Outcome> end) {
        try (LogScope scope = LogContext.replace(execution.context())) {
            try {
                end.complete(rest.apply(execution));
            } catch (Throwable thrown) {
                // An Error of ours must not leave the listener waiting.
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
                    // Where the body hangs says more than where that was found out.
                    exceeded.setStackTrace(thread.getStackTrace());
                    return thread.getName();
                })
                .orElse("");
        events.publish(() -> new TaskEvent.Abandoned(execution.delivery(), exceeded, name, abandoned.count()));
        return new Outcome.Failed(exceeded);
    }
}
