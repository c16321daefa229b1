package no.abakus.tasks.worker;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import no.abakus.logging.Log;
import no.abakus.tasks.Acks;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.crash.Claims;

/**
 * Hands a task that is acknowledged early to its slot. The slot also runs the outermost steps again, because on the
 * listener's thread those steps return before the task has an outcome. A message that the task rejects does not become
 * a dead letter, because it is already acknowledged. Celery does the same.
 */
final class HandOver implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    private final EarlySlots slots;
    private final Claims claims;
    private final UnaryOperator<Rest> around;

    /** Creates a step that runs each task in its slot. {@code around} adds the outermost steps. */
    HandOver(EarlySlots slots, Claims claims, UnaryOperator<Rest> around) {
        this.slots = slots;
        this.claims = claims;
        this.around = around;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return line.acks() == Acks.EARLY;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Rest line = around.apply(rest);
        try {
            slots.run(() -> run(execution, line));
        } catch (RejectedExecutionException e) {
            throw new OperationalException("The application is stopping and starts no more tasks", e);
        }
        return new Outcome.HandedOver();
    }

    private void run(Execution execution, Rest line) {
        try {
            line.apply(execution);
            claims.done(execution.message());
        } catch (RuntimeException | Error e) {
            log.error(
                    "task_outcome_not_kept",
                    e,
                    "task_id",
                    execution.message().id(),
                    "task_name",
                    execution.message().displayName(),
                    "next",
                    "the node tries again every few seconds until it stops");
        }
    }
}
