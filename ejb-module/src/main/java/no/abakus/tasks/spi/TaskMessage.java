package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;

/**
 * The message of one task: the wire format of {@code docs/wire-format.md} as a value.
 *
 * @param identity which task of which tree it is, and who sent it
 * @param timing when it may run, and how often it has been retried
 * @param payload its arguments
 * @param ignoreResult whether the result is not needed; if empty, the task's declaration on the worker applies
 * @param followUps the tasks to send when it has ended
 * @param context the log context of the sender
 * @param extras its optional parts
 */
public record TaskMessage(
        Identity identity,
        Timing timing,
        Payload payload,
        Optional<Boolean> ignoreResult,
        FollowUps followUps,
        LogContext context,
        MessageExtras extras) {

    /** Marks a hold that is not a turn under a rate limit. */
    private static final String RETURNED = "returned";

    private static final MessageBody NO_BODY = new MessageBody.Text("");

    /**
     * Which task of which tree it is, and who sent it.
     *
     * @param id the task's id; the same across all retries
     * @param task the task's name
     * @param rootId the id of the first task of its tree
     * @param parentId the id of the task that sent it, if any
     * @param origin the node that sent it
     * @param token a secret of this send, the same across all retries; other senders cannot forge it
     */
    public record Identity(
            String id, String task, String rootId, Optional<String> parentId, String origin, Optional<String> token) {

        private Identity as(String newId, Optional<String> newToken) {
            return new Identity(newId, task, rootId, parentId, origin, newToken);
        }
    }

    /**
     * When a task may run, and how often it has been retried.
     *
     * @param retries how many times it has been retried
     * @param eta the instant before which it must not run, if there is one
     * @param hold its turn under a rate limit, if it waits for a turn
     */
    public record Timing(int retries, Optional<Instant> eta, Optional<Hold> hold) {}

    /**
     * The arguments of a task.
     *
     * @param contentType the format of the body
     * @param compression the compressor of the body, if it is compressed
     * @param body the arguments
     * @param summary the arguments on one redacted line, for consoles that do not show bodies
     */
    public record Payload(
            String contentType, Optional<String> compression, MessageBody body, Optional<String> summary) {

        private Payload without() {
            return new Payload(contentType, compression, NO_BODY, summary);
        }
    }

    /** The task's id; the same across all retries. */
    public String id() {
        return identity.id();
    }

    /** The task's name. */
    public String task() {
        return identity.task();
    }

    /** The id of the first task of its tree. */
    public String rootId() {
        return identity.rootId();
    }

    /** The id of the task that sent it, if any. */
    public Optional<String> parentId() {
        return identity.parentId();
    }

    /** The node that sent it. */
    public String origin() {
        return identity.origin();
    }

    /** A secret of this send, the same across all retries; other senders cannot forge it. */
    public Optional<String> token() {
        return identity.token();
    }

    /** How many times it has been retried. */
    public int retries() {
        return timing.retries();
    }

    /** The instant before which it must not run, if there is one. */
    public Optional<Instant> eta() {
        return timing.eta();
    }

    /** Its turn under a rate limit, if it waits for a turn. */
    public Optional<Hold> hold() {
        return timing.hold();
    }

    /** The format of the body. */
    public String contentType() {
        return payload.contentType();
    }

    /** The compressor of the body, if it is compressed. */
    public Optional<String> compression() {
        return payload.compression();
    }

    /** The arguments. */
    public MessageBody body() {
        return payload.body();
    }

    /** The arguments on one redacted line, for consoles that do not show bodies. */
    public Optional<String> summary() {
        return payload.summary();
    }

    /** The name to display. Celery: {@code shadow}. */
    public String displayName() {
        return extras.shadow().orElse(task());
    }

    /** The message of the task's next execution. */
    public TaskMessage retriedAt(Instant nextEta) {
        return with(new Timing(retries() + 1, Optional.of(nextEta), Optional.empty()), extras.with(Returns.NONE));
    }

    /** The same message, due at this instant. */
    public TaskMessage dueAt(Instant nextEta) {
        return with(new Timing(retries(), Optional.of(nextEta), Optional.empty()), extras);
    }

    /** A copy for another queue, as a separate task under the same root. */
    public TaskMessage copiedAs(String newId, Optional<String> newToken) {
        return new TaskMessage(identity.as(newId, newToken), timing, payload, ignoreResult, followUps, context, extras);
    }

    /** The same message after it became a dead letter once more. */
    public TaskMessage died() {
        return with(timing, extras.died());
    }

    /** The same message with these headers as well; they replace headers of the same name. */
    public TaskMessage carrying(Map<String, ?> headers) {
        return with(timing, extras.carrying(headers));
    }

    /** The same message without its arguments, for those who only need to know which task it is. */
    public TaskMessage withoutBody() {
        return new TaskMessage(identity, timing, payload.without(), ignoreResult, followUps, context, extras);
    }

    /** The same message, to be delivered at the time of the hold. */
    public TaskMessage heldBy(Hold turn) {
        return with(new Timing(retries(), eta(), Optional.of(turn)), extras);
    }

    /** The same message, sent back now, to be delivered at the time of the hold. */
    public TaskMessage heldBy(Hold turn, Instant now) {
        return heldBy(turn.after(hold(), now));
    }

    /** The same message, returned to the broker until this instant; its eta does not change. */
    public TaskMessage returned(Returns counted, Instant until) {
        Hold hold = new Hold(until, until, RETURNED);
        return with(new Timing(retries(), eta(), Optional.of(hold)), extras.with(counted));
    }

    private TaskMessage with(Timing newTiming, MessageExtras newExtras) {
        return new TaskMessage(identity, newTiming, payload, ignoreResult, followUps, context, newExtras);
    }

    /** The instant before which the broker must not deliver it, if there is one. */
    public Optional<Instant> deliverAt() {
        return hold().isPresent() ? hold().map(Hold::until) : eta();
    }
}
