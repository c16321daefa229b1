package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Hold;

/**
 * Runs suspects one after the other. Suspects are the tasks that were running when this node's server died. A task
 * whose turn does not come soon is delayed.
 */
final class SuspectTurn {

    /** The delay before a suspect that did not get its turn is redelivered. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Suspects suspects;
    private final Publisher publisher;
    private final TaskClock clock;

    SuspectTurn(Suspects suspects, Publisher publisher, TaskClock clock) {
        this.suspects = suspects;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Runs the work in the task's turn if the task is a suspect, otherwise immediately. */
    <T> T within(Execution execution, Supplier<T> work, Function<Outcome, T> otherwise) {
        if (!suspects.isLeft(execution.message())) {
            return work.get();
        }
        if (!takeTurn(execution)) {
            return otherwise.apply(new Outcome.Held());
        }
        try {
            return work.get();
        } finally {
            suspects.endTurn();
        }
    }

    /** Takes the turn, or delays the message if the turn does not come soon. */
    private boolean takeTurn(Execution execution) {
        try {
            boolean hasTurn = suspects.takeTurn();
            if (!hasTurn) {
                hold(execution);
            }
            return hasTurn;
        } catch (InterruptedException e) {
            // The message is sent first, because a JMS client may refuse to send on an interrupted thread.
            try {
                hold(execution);
            } finally {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    private void hold(Execution execution) {
        Instant then = clock.now().plus(PAUSE);
        publisher.hold(execution.delivery().route(), execution.message(), new Hold(then, then, "suspect"));
    }
}
