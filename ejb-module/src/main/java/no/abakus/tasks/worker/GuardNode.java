package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Rejection;

/**
 * Ends a task that has taken down as many servers as it may, and lets those that were running when one died run one after
 * the other. Only messages that may have been delivered before pay for this.
 */
final class GuardNode implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    /** After which a suspect comes again for whom it was not the turn. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Suspects suspects;
    private final Publisher publisher;
    private final TaskClock clock;

    GuardNode(Suspects suspects, Publisher publisher, TaskClock clock) {
        this.suspects = suspects;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        // What begins once does not come again, and needs no judge.
        if (execution.acks().beginsOnce() || !suspects.concerns(execution.delivery())) {
            return rest.apply(execution);
        }
        if (!suspects.isLeft(execution.message())) {
            return judged(execution, rest);
        }
        if (!hasTurn()) {
            Instant then = clock.now().plus(PAUSE);
            publisher.republish(
                    execution.delivery().route(), execution.message().heldBy(new Hold(then, then, "suspect")));
            return new Outcome.Held();
        }
        try {
            return judged(execution, rest);
        } finally {
            suspects.endTurn();
        }
    }

    private boolean hasTurn() {
        try {
            return suspects.takeTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome judged(Execution execution, Rest rest) {
        Optional<String> evidence;
        try {
            evidence = suspects.meet(execution.message(), execution.acks().maxDeliveries());
        } catch (OperationalException e) {
            // That a task may kill its node is less likely than that a database is away, and no reason to wait for it.
            log.warning("suspect_not_judged", "reason", e.getMessage(), "next", "it is run");
            return rest.apply(execution);
        }
        Outcome outcome = evidence.isPresent() ? guilty(execution, evidence.get()) : rest.apply(execution);
        forget(execution);
        return outcome;
    }

    private static Outcome guilty(Execution execution, String evidence) {
        return new Outcome.Rejected(new Rejection(
                Rejection.Reason.WORKER_LOST,
                "Task " + execution.definition().name() + " was running when its server died, "
                        + execution.acks().maxDeliveries()
                        + " times for which nothing else answers (maxDeliveries), and is not run again: " + evidence));
    }

    private void forget(Execution execution) {
        try {
            suspects.ended(execution.message());
        } catch (OperationalException e) {
            // Its outcome is kept; should its message come again all the same, one death too many counts against it.
            log.warning("suspicion_not_forgotten", "reason", e.getMessage());
        }
    }
}
