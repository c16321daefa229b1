package no.abakus.tasks.worker;

import java.util.Optional;
import java.util.function.Function;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.spi.Rejection;

/**
 * Ends a task that has taken down as many servers as it may, and lets those that were running when one died run one after
 * the other. Only messages that may have been delivered before pay for this.
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
        // What begins once does not come again, and needs no judge.
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
