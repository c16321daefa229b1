package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Sends a task that this node does not know back to the broker, for a node that does: while a release is rolled out, one node has
 * tasks or parameters that another has not. After a while it is rejected after all.
 *
 * <p>A task that is unknown waits also where there is no other node, for that one may be about to start. Arguments that do not fit
 * wait only while another node is heard: by itself this one would never take them.
 */
final class AwaitAnotherNode implements Step {

    /** So many waits of the longest kind there are at least, so that a short outage of the right node costs little. */
    private static final int LONGEST_WAITS = 6;

    private final OtherNodes others;
    private final Publisher publisher;
    private final GivingBack givingBack;
    private final TaskEvents events;
    private final TaskClock clock;

    AwaitAnotherNode(OtherNodes others, Publisher publisher, TaskEvents events, TaskClock clock) {
        this.others = others;
        this.publisher = publisher;
        this.givingBack = new GivingBack(clock);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (!(outcome instanceof Outcome.Rejected rejected)
                || !mayFitElsewhere(rejected.rejection().reason())) {
            return outcome;
        }
        Rejection rejection = rejected.rejection();
        Returns before = execution.message().extras().returns();
        if (!GivingBack.mayReturn(before) || isOver(rejection.reason(), before)) {
            return before.equals(Returns.NONE) ? outcome : new Outcome.Rejected(afterWaiting(rejection, before));
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
                rejection.reason().code() + ": " + rejection.detail() + "; it waits for a node that can run it"));
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
                rejection.detail() + " (no node could run it since " + waited.since() + ", in " + (waited.times() + 1)
                        + " deliveries)");
    }
}
