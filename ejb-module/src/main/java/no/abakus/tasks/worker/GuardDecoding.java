package no.abakus.tasks.worker;

import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.spi.Rejection;

/**
 * Records that a message body is being decoded, so that the node knows about it after a crash. Rejects a message whose
 * decoding has crashed as many servers as allowed. Small messages are not recorded at their first delivery, so they
 * cost nothing.
 */
final class GuardDecoding {

    private static final Log log = Log.get("no.abakus.tasks");

    private final Suspects suspects;
    private final Trace trace;
    private final SuspectTurn turn;

    GuardDecoding(Suspects suspects, Trace trace, SuspectTurn turn) {
        this.suspects = suspects;
        this.trace = trace;
        this.turn = turn;
    }

    boolean concerns(Execution execution) {
        return MessageCodec.isHeavy(execution.message()) || suspects.concerns(execution.delivery());
    }

    Decoded guarded(Execution execution, Supplier<Decoded> decoding) {
        if (!suspects.concerns(execution.delivery())) {
            return traced(execution, decoding);
        }
        return turn.within(execution, () -> judged(execution, decoding), Decoded.Ended::new);
    }

    private Decoded traced(Execution execution, Supplier<Decoded> decoding) {
        int place = trace.enter(
                execution.message().id(),
                execution.message().task(),
                execution.message().retries(),
                suspects.concerns(execution.delivery()),
                execution.begun());
        try {
            return decoding.get();
        } finally {
            trace.leave(place);
        }
    }

    private Decoded judged(Execution execution, Supplier<Decoded> decoding) {
        Optional<Suspicion> before;
        Optional<String> evidence;
        try {
            before = suspects.known(execution.message());
            evidence = suspects.meet(execution.message(), execution.acks().maxDeliveries());
        } catch (OperationalException e) {
            log.warning("suspect_not_judged", "reason", e.getMessage(), "next", "the message is read unchecked");
            return traced(execution, decoding);
        }
        if (evidence.isPresent()) {
            Decoded guilty = new Decoded.Ended(guilty(execution, evidence.get()));
            forget(() -> suspects.ended(execution.message()));
            return guilty;
        }
        Decoded decoded = traced(execution, decoding);
        // Decoding did not crash the node. Whether the task may run depends only on the earlier suspicion.
        forget(() -> suspects.takeBack(execution.message(), before));
        return decoded;
    }

    private static Outcome guilty(Execution execution, String evidence) {
        return new Outcome.Rejected(new Rejection(
                Rejection.Reason.WORKER_LOST,
                "The message of task " + execution.definition().name() + " was being read when its server died. This"
                        + " happened " + execution.acks().maxDeliveries()
                        + " times (maxDeliveries) without any other explanation, so the message is not read again: "
                        + evidence));
    }

    private static void forget(Runnable forgetting) {
        try {
            forgetting.run();
        } catch (OperationalException e) {
            log.warning("suspicion_not_forgotten", "reason", e.getMessage());
        }
    }
}
