package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskEvent;

/** Tells that the task begins, and how it ended. */
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
        events.publish(() -> ended(execution, outcome, took));
        return outcome;
    }

    private static TaskEvent ended(Execution execution, Outcome outcome, Duration took) {
        Delivery delivery = execution.delivery();
        if (outcome instanceof Outcome.Failed failed) {
            return new TaskEvent.Failed(delivery, took, failed.thrown());
        }
        if (outcome instanceof Outcome.Retried retried) {
            return new TaskEvent.Retrying(delivery, took, retried.eta(), retried.cause());
        }
        return new TaskEvent.Succeeded(delivery, took, execution.waited());
    }
}
