package no.abakus.tasks.worker;

import java.util.Optional;
import java.util.function.Function;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.spi.Rejection;

/**
 * Ends a task that has taken down as many servers as it may. Runs the tasks that were running when a server died one
 * after the other. Costs only messages that may have been delivered before.
 */
final class GuardNode implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    private final Suspects suspects;
    private final SuspectTurn turn;

    GuardNode(Suspects suspects, SuspectTurn turn) {
        this.suspects = suspects;
        this.turn = turn;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        // A task that begins once does not come again, so it needs no check.
        if (execution.acks().beginsOnce() || !suspects.concerns(execution.delivery())) {
            return rest.apply(execution);
        }
        return turn.within(execution, () -> judged(execution, rest), Function.identity());
    }

    private Outcome judged(Execution execution, Rest rest) {
        Optional<String> evidence;
        try {
            evidence = suspects.meet(execution.message(), execution.acks().maxDeliveries());
        } catch (OperationalException e) {
            // A database outage is likelier than a task that kills its node, so the task does not wait for the check.
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
                        + " times without any other explanation (maxDeliveries), and is not run again: " + evidence));
    }

    private void forget(Execution execution) {
        try {
            suspects.ended(execution.message());
        } catch (OperationalException e) {
            // Its outcome is recorded. If its message comes again all the same, one death too many counts against it.
            log.warning("suspicion_not_forgotten", "reason", e.getMessage());
        }
    }
}
