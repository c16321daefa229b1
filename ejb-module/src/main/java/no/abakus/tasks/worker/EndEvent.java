package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskEvent;

/** The event that reports the end of an execution. */
final class EndEvent {

    private EndEvent() {}

    /**
     * The event for this outcome.
     *
     * @param took how long the execution took, including the record of its outcome; not reported for a rejected,
     *     expired, revoked or repeated task
     */
    static TaskEvent of(Execution execution, Outcome outcome, Duration took) {
        Delivery delivery = execution.delivery();
        if (outcome instanceof Outcome.Failed failed) {
            return new TaskEvent.Failed(delivery, took, failed.thrown(), isExpected(execution, failed));
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return new TaskEvent.Rejected(delivery, rejected.rejection());
        }
        if (outcome instanceof Outcome.Ignored ignored) {
            return new TaskEvent.Ignored(delivery, took, ignored.reason());
        }
        if (outcome instanceof Outcome.Requeued requeued) {
            return new TaskEvent.Requeued(delivery, took, requeued.eta(), requeued.reason());
        }
        if (outcome instanceof Outcome.GivenBack back) {
            return new TaskEvent.Requeued(delivery, took, back.eta(), back.detail());
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

    private static boolean isExpected(Execution execution, Outcome.Failed failed) {
        return execution.definition().attributes().throwsExpected().include(ThrownByBody.unwrapped(failed.thrown()));
    }
}
