package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Reports that the task starts and how it ended. {@link SettleDeadLetter} reports the outcomes that it records itself.
 */
final class ReportExecution implements Step {

    private final TaskEvents events;
    private final TaskClock clock;

    ReportExecution(TaskEvents events, TaskClock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        events.publish(() -> new TaskEvent.Started(execution.delivery(), execution.waited()));
        long before = clock.nanos();
        Outcome outcome = rest.apply(execution);
        Duration took = clock.since(before);
        if (outcome.settler() != Outcome.Settler.DEAD_LETTER) {
            events.publish(() -> EndEvent.of(execution, outcome, took));
        }
        return outcome;
    }
}
