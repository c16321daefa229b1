package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;
import no.abakus.logging.LogContext;

/**
 * One task on its way: the wire format of {@code docs/wire-format.md} as a value.
 *
 * @param id the task's id; the same over all retries
 * @param task the task's name
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if one did
 * @param retries how often it has asked to be run again
 * @param eta the instant before which it is not to run, if there is one
 * @param origin the node that sent it
 * @param contentType what the body is written in
 * @param compression the compressor of the body, if it is compressed
 * @param body the arguments
 * @param summary the arguments on one redacted line, for consoles that do not show bodies
 * @param hold its turn under a rate limit, if it waits for one
 * @param ignoreResult whether nobody wants the result; empty for what the task says of itself where it runs
 * @param followUps what is sent when it has ended
 * @param context the log context of the sender
 * @param extras what else it carries
 * @param token what its sender made up for this send alone, the same over all retries; nobody else can send a message with it
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

    /** The mark of a hold that is no turn under a rate limit. */
    private static final String RETURNED = "returned";

    /** The name to show to humans. Celery: {@code shadow}. */
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

    /** The same for another queue, as a task of its own, under the same root. */
    public TaskMessage copiedAs(String newId, Optional<String> newToken) {
        return like(newId, retries, eta, hold, extras, newToken);
    }

    private TaskMessage again(int newRetries, Instant nextEta, MessageExtras newExtras) {
        return like(id, newRetries, Optional.of(nextEta), Optional.empty(), newExtras, token);
    }

    /** The same message, to be delivered when the hold says. */
    public TaskMessage heldBy(Hold turn) {
        return heldBy(turn, extras);
    }

    /** The same message, going back to the broker until this instant; its eta stays what its sender said. */
    public TaskMessage returned(Returns counted, Instant until) {
        return heldBy(new Hold(until, until, RETURNED), extras.with(counted));
    }

    private TaskMessage heldBy(Hold turn, MessageExtras newExtras) {
        return like(id, retries, eta, Optional.of(turn), newExtras, token);
    }

    /** This message with other parts in the places that change on its way. */
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

    /**
     * Whether what is kept under its id is of this task and this send.
     *
     * @param keptTask the name of the task that it is kept of
     * @param keptToken the token of its message; empty where that had none
     */
    public boolean owns(String keptTask, Optional<String> keptToken) {
        return task.equals(keptTask) && (keptToken.isEmpty() || keptToken.equals(token));
    }

    /** The instant before which the broker is not to deliver it, if there is one. */
    public Optional<Instant> deliverAt() {
        return hold.isPresent() ? hold.map(Hold::until) : eta;
    }
}
