package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.TaskEvent;

/** Asks a body to end that has run as long as its soft time limit, if it has one. */
final class KeepSoftLimit implements Step {

    private final Alarms alarms;
    private final TaskEvents events;

    KeepSoftLimit(Alarms alarms, TaskEvents events) {
        this.alarms = alarms;
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Optional<Duration> limit = execution.running().allowed().soft();
        if (limit.isEmpty()) {
            return rest.apply(execution);
        }
        Alarms.Alarm alarm = alarms.set(limit.get(), () -> ring(execution, limit.get()));
        try {
            return rest.apply(execution);
        } finally {
            alarm.cancel();
        }
    }

    private void ring(Execution execution, Duration limit) {
        if (execution.running().interrupt(new Interruption.SoftLimit(limit))) {
            try (LogScope scope = LogContext.replace(execution.context())) {
                events.publish(() -> new TaskEvent.SoftLimitReached(execution.delivery(), limit));
            }
        }
    }
}
