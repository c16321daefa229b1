package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;
import no.abakus.logging.LogContext;

/**
 * The message of one task: the wire format of {@code docs/wire-format.md} as a value.
 *
 * @param id the task's id; the same across all retries
 * @param task the task's name
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if any
 * @param retries how many times it has been retried
 * @param eta the instant before which it must not run, if there is one
 * @param origin the node that sent it
 * @param contentType the format of the body
 * @param compression the compressor of the body, if it is compressed
 * @param body the arguments
 * @param summary the arguments on one redacted line, for consoles that do not show bodies
 * @param hold its turn under a rate limit, if it waits for a turn
 * @param ignoreResult whether the result is not needed; if empty, the task's declaration on the worker applies
 * @param followUps the tasks to send when it has ended
 * @param context the log context of the sender
 * @param extras its optional parts
 * @param token a secret of this send, the same across all retries; other senders cannot forge it
 */
public record TaskMessage(
        String id,
        String task,
        String rootId,
        Optional<String> parentId,
        int retries,
        Optional<Instant> eta,
        String origin,
        String contentType,
        Optional<String> compression,
        MessageBody body,
        Optional<String> summary,
        Optional<Hold> hold,
        Optional<Boolean> ignoreResult,
        FollowUps followUps,
        LogContext context,
        MessageExtras extras,
        Optional<String> token) {

    /** Marks a hold that is not a turn under a rate limit. */
    private static final String RETURNED = "returned";

    /** The name to display. Celery: {@code shadow}. */
    public String displayName() {
        return extras.shadow().orElse(task);
    }

    /** The message of the task's next execution. */
    public TaskMessage retriedAt(Instant nextEta) {
        return again(retries + 1, nextEta, extras.with(Returns.NONE));
    }

    /** The same message, due at this instant. */
    public TaskMessage dueAt(Instant nextEta) {
        return again(retries, nextEta, extras);
    }

    /** A copy for another queue, as a separate task under the same root. */
    public TaskMessage copiedAs(String newId, Optional<String> newToken) {
        return like(newId, retries, eta, hold, extras, newToken);
    }

    /** The same message after it became a dead letter once more. */
    public TaskMessage died() {
        return like(id, retries, eta, hold, extras.died(), token);
    }

    private TaskMessage again(int newRetries, Instant nextEta, MessageExtras newExtras) {
        return like(id, newRetries, Optional.of(nextEta), Optional.empty(), newExtras, token);
    }

    /** The same message, to be delivered at the time of the hold. */
    public TaskMessage heldBy(Hold turn) {
        return heldBy(turn, extras);
    }

    /** The same message, returned to the broker until this instant; its eta does not change. */
    public TaskMessage returned(Returns counted, Instant until) {
        return heldBy(new Hold(until, until, RETURNED), extras.with(counted));
    }

    private TaskMessage heldBy(Hold turn, MessageExtras newExtras) {
        return like(id, retries, eta, Optional.of(turn), newExtras, token);
    }

    /** A copy of this message with the given changes. */
    private TaskMessage like(
            String newId,
            int newRetries,
            Optional<Instant> newEta,
            Optional<Hold> newHold,
            MessageExtras newExtras,
            Optional<String> newToken) {
        return new TaskMessage(
                newId,
                task,
                rootId,
                parentId,
                newRetries,
                newEta,
                origin,
                contentType,
                compression,
                body,
                summary,
                newHold,
                ignoreResult,
                followUps,
                context,
                newExtras,
                newToken);
    }

    /** The instant before which the broker must not deliver it, if there is one. */
    public Optional<Instant> deliverAt() {
        return hold.isPresent() ? hold.map(Hold::until) : eta;
    }
}
