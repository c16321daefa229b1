package no.abakus.tasks.worker;

import java.util.function.UnaryOperator;
import no.abakus.logging.Log;
import no.abakus.tasks.Acks;
import no.abakus.tasks.crash.Claims;

/**
 * Hands a task that is acknowledged before it runs to its slot, with the steps that an outcome passes on its way out: they
 * have let the listener's thread go when the body ends. A message that the body rejects is no dead letter, for it is
 * acknowledged. Celery does the same.
 */
final class HandOver implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    private final EarlySlots slots;
    private final Claims claims;
    private final UnaryOperator<Rest> around;

    /** What is handed over runs with these steps around it. */
    HandOver(EarlySlots slots, Claims claims, UnaryOperator<Rest> around) {
        this.slots = slots;
        this.claims = claims;
        this.around = around;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        if (execution.acks().acks() != Acks.EARLY) {
            return rest.apply(execution);
        }
        Rest line = around.apply(rest);
        slots.run(() -> run(execution, line));
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
                    "tried again every few seconds while this node lives");
        }
    }
}
