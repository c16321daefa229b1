package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Returns a task to the broker if this node cannot run it, so that another node can run it. During a rollout, a node
 * may have tasks or parameters that another node lacks. The task is rejected if no suitable node receives it in time.
 *
 * <p>An unknown task waits even if there is no other node now, because another node may be about to start. A task with
 * unsuitable arguments waits only while another node sends heartbeats, because only another node can accept the
 * arguments.
 */
final class AnotherNode {

    /**
     * The longest single wait is the patience divided by this number, so that a short outage of a suitable node delays
     * a task only a little.
     */
    private static final int LONGEST_WAITS = 6;

    private final OtherNodes others;
    private final Publisher publisher;
    private final GivingBack givingBack;
    private final PassingOn passingOn;
    private final TaskEvents events;
    private final TaskClock clock;

    AnotherNode(OtherNodes others, Publisher publisher, TaskEvents events, TaskClock clock) {
        this.others = others;
        this.publisher = publisher;
        this.givingBack = new GivingBack(clock);
        this.passingOn = new PassingOn(clock);
        this.events = events;
        this.clock = clock;
    }

    /** The outcome of a task that this node rejects for this reason. */
    Outcome instead(Execution execution, Rejection rejection) {
        if (!mayFitElsewhere(rejection.reason())) {
            return new Outcome.Rejected(rejection);
        }
        Returns before = execution.message().extras().returns();
        if (!GivingBack.mayReturn(before) || isOver(rejection.reason(), before)) {
            return new Outcome.Rejected(before.equals(Returns.NONE) ? rejection : afterWaiting(rejection, before));
        }
        if (others.have().test(execution.message().task()) && passingOn.mayPass(before)) {
            Instant now = clock.now();
            TaskMessage passed = execution
                    .message()
                    .returned(before.passedOn(rejection.reason().code(), now), now);
            publisher.republish(execution.delivery().route(), passed);
            return new Outcome.Held();
        }
        Outcome.GivenBack back = givingBack.because(
                rejection.reason().code(),
                rejection.detail(),
                before,
                others.patience().dividedBy(LONGEST_WAITS));
        publisher.republish(execution.delivery().route(), execution.message().returned(back.returns(), back.eta()));
        events.publish(() -> new TaskEvent.Requeued(
                execution.delivery(),
                Duration.ZERO,
                back.eta(),
                rejection.reason().code() + ": " + rejection.detail() + "; the task waits for a node that can run it"));
        return new Outcome.Held();
    }

    private boolean mayFitElsewhere(Rejection.Reason reason) {
        return reason == Rejection.Reason.UNKNOWN_TASK
                || (reason == Rejection.Reason.ARGUMENTS && others.areThere().getAsBoolean());
    }

    private boolean isOver(Rejection.Reason reason, Returns before) {
        return before.lasting(reason.code(), clock.now()).compareTo(others.patience()) >= 0;
    }

    private static Rejection afterWaiting(Rejection rejection, Returns waited) {
        return new Rejection(
                rejection.reason(),
                rejection.detail() + " (no node could run it since " + waited.since() + ", in "
                        + (waited.times() + waited.passes() + 1) + " deliveries)");
    }
}
