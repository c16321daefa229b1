package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.RevokedBy;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.publish.DueTime;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Ends a task that was revoked before it started. Sends a task back to the broker if the task or its queue is paused,
 * or if this node accepts no tasks. The broker then delivers the same message a little later. The longer a pause lasts,
 * the longer each delay is, so that a long pause causes little work. After the orders have been read once, this step
 * uses only the orders in this node's memory.
 */
final class ObeyOrders implements Step {

    /** Marks a message that is delayed because of a pause, not because of a rate limit. */
    private static final String GRANT = "paused";

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final StandingOrders orders;
    private final Intake intake;
    private final Publisher publisher;
    private final TaskEvents events;
    private final TaskClock clock;

    ObeyOrders(StandingOrders orders, Intake intake, Publisher publisher, TaskEvents events, TaskClock clock) {
        this.orders = orders;
        this.intake = intake;
        this.publisher = publisher;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        orders.readFirst();
        Optional<RevokedBy> revoked =
                orders.revocation(execution.message(), execution.delivery().sent());
        if (revoked.isPresent()) {
            return new Outcome.Revoked(false, revoked.get().what());
        }
        if (!intake.isOpen()) {
            handBack(execution, DueTime.after(SHORTEST, clock.now()));
            return new Outcome.Held();
        }
        Optional<Pause> pause = orders.pause(
                execution.delivery().route().queue(), execution.message().task());
        if (pause.isEmpty()) {
            return rest.apply(execution);
        }
        Instant next = next(pause.get());
        handBack(execution, next);
        events.publish(() -> new TaskEvent.Paused(execution.delivery(), pause.get(), next));
        return new Outcome.Held();
    }

    private void handBack(Execution execution, Instant next) {
        publisher.hold(execution.delivery().route(), execution.message(), new Hold(next, next, GRANT));
    }

    private Instant next(Pause pause) {
        Instant now = clock.now();
        Duration half = Duration.between(pause.at(), now).dividedBy(2);
        Duration longEnough = half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
        return DueTime.after(longEnough.compareTo(LONGEST) > 0 ? LONGEST : longEnough, now);
    }
}
