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
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Claims a task that must never start twice. If the task has already started and its node has died, the task fails
 * here. If the task may still be running elsewhere, its message goes back to the broker until the task's state is
 * certain.
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
    public boolean appliesTo(LineTraits line) {
        return line.ackAttributes().beginsOnce();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
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
            publisher.hold(execution.delivery().route(), execution.message(), new Hold(then, then, "claimed"));
            return new Outcome.Held();
        }
        if (verdict instanceof Claims.Verdict.Rejected rejected) {
            return rejectedBefore(execution, rejected);
        }
        return repeated(execution);
    }

    /** Sends the dead letter again, because two dead letters are better than none. */
    private Outcome rejectedBefore(Execution execution, Claims.Verdict.Rejected rejected) {
        events.publish(() -> new TaskEvent.Repeated(execution.delivery()));
        return new Outcome.RejectedBefore(new Rejection(
                rejected.reason(),
                "Node " + rejected.claim().node()
                        + " rejected the task, but its dead letter may not have been sent. The log of that node has the"
                        + " details"));
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
            // The task was revoked, or its record is in a later state. No outcome was recorded here, and none is
            // pending.
            try {
                claims.end(execution.message());
            } finally {
                // After a failure, too. Otherwise the next delivery would wait for an execution that is over.
                claims.done(execution.message());
            }
        }
        if (ForeignId.is(outcome)) {
            // The claimed id belongs to another task, which may still start.
            claims.abandon(execution.message());
        } else if (!isSettledLater(outcome)) {
            claims.done(execution.message());
        }
        return outcome;
    }

    /** Whether the outcome is settled later. The claim stays open until then. */
    private static boolean isSettledLater(Outcome outcome) {
        return outcome.settler() == Outcome.Settler.SLOT || outcome.settler() == Outcome.Settler.DEAD_LETTER;
    }

    /** Releases the claim of a task that has not started. Its message goes back to the broker. */
    private void abandon(Execution execution, OperationalException why) {
        try {
            claims.abandon(execution.message());
        } catch (OperationalException e) {
            // The claim stays in the database, but this node treats it as void.
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
