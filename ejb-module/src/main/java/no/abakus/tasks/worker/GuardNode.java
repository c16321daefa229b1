package no.abakus.tasks.worker;

import java.util.Optional;
import java.util.function.Function;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.spi.Rejection;

/**
 * Rejects a task that has crashed its server {@code maxDeliveries} times. If this node died before, the tasks that it
 * was running then are run one after the other. Only messages that may have been delivered before are checked.
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
    public boolean appliesTo(LineTraits line) {
        // A task that starts only once is not delivered again, so it needs no check.
        return !line.isPlain() && !line.ackAttributes().beginsOnce();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        if (!suspects.concerns(execution.delivery())) {
            return rest.apply(execution);
        }
        return turn.within(execution, () -> judged(execution, rest), Function.identity());
    }

    private Outcome judged(Execution execution, Rest rest) {
        Optional<Suspicion> before;
        Optional<String> evidence;
        try {
            before = suspects.known(execution.message());
            evidence = suspects.meet(execution.message(), execution.acks().maxDeliveries());
        } catch (OperationalException e) {
            // A database outage is more likely than a task that crashes its node, so the task runs without the check.
            log.warning("suspect_not_judged", "reason", e.getMessage(), "next", "the task runs without the check");
            return rest.apply(execution);
        }
        Outcome outcome;
        try {
            outcome = evidence.isPresent() ? guilty(execution, evidence.get()) : rest.apply(execution);
        } catch (OperationalException e) {
            // The message is delivered again, but not because the server has died.
            forget(() -> suspects.takeBack(execution.message(), before));
            throw e;
        }
        forget(() -> suspects.ended(execution.message()));
        return outcome;
    }

    private static Outcome guilty(Execution execution, String evidence) {
        return new Outcome.Rejected(new Rejection(
                Rejection.Reason.WORKER_LOST,
                "Task " + execution.definition().name() + " was running when its server died. This happened "
                        + execution.acks().maxDeliveries()
                        + " times (maxDeliveries) without any other explanation, so the task does not run again: "
                        + evidence));
    }

    private static void forget(Runnable forgetting) {
        try {
            forgetting.run();
        } catch (OperationalException e) {
            // If the message is delivered again, one crash too many is counted for the task.
            log.warning("suspicion_not_forgotten", "reason", e.getMessage());
        }
    }
}
