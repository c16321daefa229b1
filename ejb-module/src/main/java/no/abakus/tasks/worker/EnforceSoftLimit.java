package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.spi.TaskEvent;

/** Asks a task to end when it reaches its soft time limit, if it has one. */
final class EnforceSoftLimit implements Step {

    private final TimeLimits limits;
    private final Alarms alarms;
    private final TaskEvents events;

    EnforceSoftLimit(TimeKeeping time, TaskEvents events) {
        this.limits = time.limits();
        this.alarms = time.alarms();
        this.events = events;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return !line.isPlain() || limits.of(line.task()).soft().isPresent();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Duration> limit = execution.running().allowed().soft();
        if (limit.isEmpty()) {
            return rest.apply(execution);
        }
        Ring ring = new Ring(execution, limit.get());
        Alarms.Alarm alarm = set(limit.get(), ring);
        try {
            return rest.apply(execution);
        } finally {
            alarm.cancel();
            ring.awaitEnd();
        }
    }

    private Alarms.Alarm set(Duration limit, Ring ring) {
        try {
            return alarms.set(limit, ring);
        } catch (RejectedExecutionException e) {
            throw new OperationalException("The application is stopping and starts no more tasks", e);
        }
    }

    /** Asks the task to end and reports the limit, at most once, on the alarm's thread. */
    private final class Ring implements Runnable {

        private final Execution execution;
        private final Duration limit;

        Ring(Execution execution, Duration limit) {
            this.execution = execution;
            this.limit = limit;
        }

        @Override
        public synchronized void run() {
            if (execution.running().interrupt(new Interruption.SoftLimit(limit))) {
                try (LogScope scope = LogContext.replace(execution.context())) {
                    events.publish(() -> new TaskEvent.SoftLimitReached(execution.delivery(), limit));
                }
            }
        }

        /** Waits for a report in progress, so the limit is reported before the outcome. */
        synchronized void awaitEnd() {
            // Acquiring the monitor has already waited for the other thread.
        }
    }
}
