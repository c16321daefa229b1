package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.Acks;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.WorkerLostException;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Keeps that a task begins which is never to begin twice. One that has begun, and whose node died, fails here; of one that
 * may still run elsewhere, the message waits until that is known.
 */
final class ClaimOnce implements Step {

    private final Claims claims;
    private final Settlements settlements;
    private final Publisher publisher;
    private final Unsettled unsettled;
    private final TaskEvents events;

    ClaimOnce(Claims claims, Settlements settlements, Publisher publisher, Unsettled unsettled, TaskEvents events) {
        this.claims = claims;
        this.settlements = settlements;
        this.publisher = publisher;
        this.unsettled = unsettled;
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        if (!execution.acks().beginsOnce()) {
            return rest.apply(execution);
        }
        boolean isEarly = execution.acks().acks() == Acks.EARLY;
        Claims.Verdict verdict = claims.begin(execution.message(), isEarly);
        if (verdict instanceof Claims.Verdict.Begin) {
            return begun(execution, rest);
        }
        if (verdict instanceof Claims.Verdict.Foreign) {
            return ForeignId.rejected(execution.message());
        }
        if (verdict instanceof Claims.Verdict.Lost lost) {
            return lost(execution, lost.claim());
        }
        if (verdict instanceof Claims.Verdict.Unsure) {
            Instant then = claims.lookAgainAt();
            publisher.republish(
                    execution.delivery().route(), execution.message().heldBy(new Hold(then, then, "claimed")));
            return new Outcome.Held();
        }
        return repeated(execution);
    }

    private Outcome begun(Execution execution, Rest rest) {
        Outcome outcome;
        try {
            outcome = rest.apply(execution);
        } catch (OperationalException e) {
            if (!unsettled.has(execution)) {
                abandon(execution, e);
            }
            throw e;
        }
        if (outcome instanceof Outcome.Repeated) {
            // It was revoked, or its record is further on: nothing was settled, and nothing is to be waited for.
            claims.end(execution.message());
        }
        if (ForeignId.is(outcome)) {
            // What it has claimed is not its own to begin; whose it is may begin it.
            claims.abandon(execution.message());
        } else if (!isSettledLater(outcome)) {
            claims.done(execution.message());
        }
        return outcome;
    }

    /** By its slot, or by {@link SettleRejection}; until then its claim is in hand. */
    private static boolean isSettledLater(Outcome outcome) {
        return outcome instanceof Outcome.HandedOver || SettleRejection.concerns(outcome);
    }

    /** It has not begun, and its message goes back to the broker. */
    private void abandon(Execution execution, OperationalException why) {
        try {
            claims.abandon(execution.message());
        } catch (OperationalException e) {
            // The claim stays, and is known here to be nobody's.
            why.addSuppressed(e);
        }
    }

    private Outcome repeated(Execution execution) {
        events.publish(() -> new TaskEvent.Repeated(execution.delivery()));
        return new Outcome.Repeated();
    }

    private Outcome lost(Execution execution, Claim claim) {
        Outcome.Failed failed = new Outcome.Failed(
                new WorkerLostException(execution.definition().name(), claim.node()));
        Outcome settled = settlements.settle(execution.keepingFailure(), failed);
        if (settled instanceof Outcome.Repeated) {
            claims.end(execution.message());
            return repeated(execution);
        }
        events.publish(() -> new TaskEvent.Failed(execution.delivery(), Duration.ZERO, failed.thrown()));
        return settled;
    }
}
