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
        if (!(outcome instanceof Outcome.Rejected)) {
            // Of a rejection ReportRejection tells.
            events.publish(() -> ended(execution, outcome, took));
        }
        return outcome;
    }

    static TaskEvent ended(Execution execution, Outcome outcome, Duration took) {
        Delivery delivery = execution.delivery();
        if (outcome instanceof Outcome.Failed failed) {
            boolean expected = execution
                    .definition()
                    .attributes()
                    .throwsExpected()
                    .include(ThrownByBody.unwrapped(failed.thrown()));
            return new TaskEvent.Failed(delivery, took, failed.thrown(), expected);
        }
        if (outcome instanceof Outcome.Ignored ignored) {
            return new TaskEvent.Ignored(delivery, took, ignored.reason());
        }
        if (outcome instanceof Outcome.Requeued requeued) {
            return new TaskEvent.Requeued(delivery, took, requeued.eta(), requeued.reason());
        }
        if (outcome instanceof Outcome.Retried retried) {
            return new TaskEvent.Retrying(delivery, took, retried.eta(), retried.cause());
        }
        if (outcome instanceof Outcome.Expired) {
            return new TaskEvent.Expired(
                    delivery.message(), delivery.route().queue(), TaskEvent.Expired.FoundBy.WORKER);
        }
        if (outcome instanceof Outcome.Revoked revoked) {
            return new TaskEvent.Revoked(delivery, revoked.terminated(), revoked.by());
        }
        if (outcome instanceof Outcome.Repeated) {
            return new TaskEvent.Repeated(delivery);
        }
        return new TaskEvent.Succeeded(delivery, took, execution.waited());
    }
}
