package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;

/**
 * The message of one task, with the parts that {@code docs/wire-format.md} describes.
 *
 * @param identity which task it is, to which tree it belongs, and who sent it
 * @param timing when the task may run, and how often it has been retried
 * @param payload the task's arguments
 * @param ignoreResult whether the result is not needed; if empty, the task's declaration on the worker applies
 * @param followUps the tasks to send when the task has ended
 * @param context the log context of the sender
 * @param extras the message's optional parts
 */
public record TaskMessage(
        Identity identity,
        Timing timing,
        Payload payload,
        Optional<Boolean> ignoreResult,
        FollowUps followUps,
        LogContext context,
        MessageExtras extras) {

    /** Marks the hold of a task that was returned because a node could not run or finish it. */
    private static final String RETURNED = "returned";

    private static final MessageBody NO_BODY = new MessageBody.Text("");

    /**
     * Which task a message is about, to which tree the task belongs, and who sent it.
     *
     * @param id the task's id; the same across all retries
     * @param task the task's name
     * @param rootId the id of the first task of its tree
     * @param parentId the id of the task that sent this task, if any
     * @param origin the node that sent the task
     * @param token a secret of this send, which is the same across all retries and which other senders cannot forge
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
     * @param retries how many times the task has been retried
     * @param eta the instant before which the task must not run, if there is one
     * @param hold the hold of a task that waits at the broker, for example for its turn under a rate limit; empty if
     *     the task does not wait
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

    /** Returns the task's id, which is the same across all retries. */
    public String id() {
        return identity.id();
    }

    /** Returns the task's name. */
    public String task() {
        return identity.task();
    }

    /** Returns the id of the first task of the task's tree. */
    public String rootId() {
        return identity.rootId();
    }

    /** Returns the id of the task that sent this task, if any. */
    public Optional<String> parentId() {
        return identity.parentId();
    }

    /** Returns the node that sent the task. */
    public String origin() {
        return identity.origin();
    }

    /** Returns a secret of this send, which is the same across all retries and which other senders cannot forge. */
    public Optional<String> token() {
        return identity.token();
    }

    /** Returns how many times the task has been retried. */
    public int retries() {
        return timing.retries();
    }

    /** Returns the instant before which the task must not run, if there is one. */
    public Optional<Instant> eta() {
        return timing.eta();
    }

    /**
     * Returns the hold of a task that waits at the broker, for example for its turn under a rate limit; empty if the
     * task does not wait.
     */
    public Optional<Hold> hold() {
        return timing.hold();
    }

    /** Returns the format of the body. */
    public String contentType() {
        return payload.contentType();
    }

    /** Returns the compressor of the body, if the body is compressed. */
    public Optional<String> compression() {
        return payload.compression();
    }

    /** Returns the arguments. */
    public MessageBody body() {
        return payload.body();
    }

    /** Returns the arguments on one redacted line, for consoles that do not show bodies. */
    public Optional<String> summary() {
        return payload.summary();
    }

    /** Returns the name to display. Celery: {@code shadow}. */
    public String displayName() {
        return extras.shadow().orElse(task());
    }

    /** Returns the message of the task's next execution, which must not run before this instant. */
    public TaskMessage retriedAt(Instant nextEta) {
        return with(new Timing(retries() + 1, Optional.of(nextEta), Optional.empty()), extras.with(Returns.NONE));
    }

    /** Returns this message, due at this instant. */
    public TaskMessage dueAt(Instant nextEta) {
        return with(new Timing(retries(), Optional.of(nextEta), Optional.empty()), extras);
    }

    /** Returns a copy that is a separate task with this id, under the same root. */
    public TaskMessage copiedAs(String newId, Optional<String> newToken) {
        return new TaskMessage(identity.as(newId, newToken), timing, payload, ignoreResult, followUps, context, extras);
    }

    /** Returns this message after it has become a dead letter once more. */
    public TaskMessage died() {
        return with(timing, extras.died());
    }

    /** Returns this message with additional headers, which replace headers of the same name. */
    public TaskMessage carrying(Map<String, ?> headers) {
        return with(timing, extras.carrying(headers));
    }

    /** Returns this message without its arguments, for those who only need to know which task it is about. */
    public TaskMessage withoutBody() {
        return new TaskMessage(identity, timing, payload.without(), ignoreResult, followUps, context, extras);
    }

    /** Returns this message, to be delivered at the time of the hold. */
    public TaskMessage heldBy(Hold turn) {
        return with(new Timing(retries(), eta(), Optional.of(turn)), extras);
    }

    /** Returns this message, sent back now and to be delivered at the time of the hold. */
    public TaskMessage heldBy(Hold turn, Instant now) {
        return heldBy(turn.after(hold(), now));
    }

    /** Returns this message, returned to the broker until this instant. Its eta does not change. */
    public TaskMessage returned(Returns counted, Instant until) {
        Hold hold = new Hold(until, until, RETURNED);
        return with(new Timing(retries(), eta(), Optional.of(hold)), extras.with(counted));
    }

    private TaskMessage with(Timing newTiming, MessageExtras newExtras) {
        return new TaskMessage(identity, newTiming, payload, ignoreResult, followUps, context, newExtras);
    }

    /** Returns the instant before which the broker must not deliver the message, if there is one. */
    public Optional<Instant> deliverAt() {
        return hold().isPresent() ? hold().map(Hold::until) : eta();
    }
}
