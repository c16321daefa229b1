package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.spi.FollowUps;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.TaskMessage;

/**
 * A message made by hand, part by part. Parts that are not set are as in the smallest possible message.
 *
 * <pre>{@code
 * TaskMessage message = new MessageDraft("1", "mail.send").body("{\"args\":[\"a@b.no\"]}").retries(2).message();
 * }</pre>
 */
public final class MessageDraft {

    private final String id;
    private final String task;
    private String rootId;
    private Optional<String> parentId = Optional.empty();
    private int retries;
    private Optional<Instant> eta = Optional.empty();
    private String contentType = "application/json";
    private MessageBody body = new MessageBody.Text("{\"args\":[]}");
    private Optional<String> summary = Optional.empty();
    private Optional<Hold> hold = Optional.empty();
    private Optional<Boolean> ignoreResult = Optional.empty();
    private FollowUps followUps = FollowUps.NONE;
    private LogContext context = LogContext.empty();
    private Optional<String> compression = Optional.empty();
    private MessageExtras extras = MessageExtras.NONE;
    private Optional<String> token = Optional.empty();

    /** A draft of a message of this task, under this id. */
    public MessageDraft(String id, String task) {
        this.id = id;
        this.task = task;
        this.rootId = id;
    }

    /** Says which task sent it, and which one began the tree. */
    public MessageDraft parent(String newRootId, String newParentId) {
        rootId = newRootId;
        parentId = Optional.of(newParentId);
        return this;
    }

    /** Says how often it was retried. */
    public MessageDraft retries(int count) {
        retries = count;
        return this;
    }

    /** Says when it is due. */
    public MessageDraft eta(Instant instant) {
        eta = Optional.of(instant);
        return this;
    }

    /** Gives it a body of JSON. */
    public MessageDraft body(String json) {
        return body(new MessageBody.Text(json));
    }

    /** Gives it any body. */
    public MessageDraft body(MessageBody newBody) {
        body = newBody;
        return this;
    }

    /** Says in which format the body is. */
    public MessageDraft contentType(String type) {
        contentType = type;
        return this;
    }

    /** Says with which compressor the body is compressed. */
    public MessageDraft compression(String name) {
        compression = Optional.of(name);
        return this;
    }

    /** Says when it expires, after which it must not run. */
    public MessageDraft expires(Instant instant) {
        return extras(MessageExtras.expiring(Optional.of(instant)));
    }

    /** Gives it these optional parts. */
    public MessageDraft extras(MessageExtras more) {
        extras = more;
        return this;
    }

    /** Sets the summary of the arguments, which consoles show. */
    public MessageDraft summary(String line) {
        summary = Optional.of(line);
        return this;
    }

    /** Says that it waits for its turn under a rate limit. */
    public MessageDraft hold(Hold turn) {
        hold = Optional.of(turn);
        return this;
    }

    /** Says whether the result is ignored. */
    public MessageDraft ignoreResult(boolean ignored) {
        ignoreResult = Optional.of(ignored);
        return this;
    }

    /** Says, as JSON arrays of signatures, what follows success and failure. */
    public MessageDraft followUps(String link, String linkError) {
        followUps = new FollowUps(Optional.ofNullable(link), Optional.ofNullable(linkError));
        return this;
    }

    /** Gives it a log context. */
    public MessageDraft context(Map<String, ?> values) {
        context = LogContext.of(values);
        return this;
    }

    /** Sets the token that its sender has generated. */
    public MessageDraft token(String text) {
        token = Optional.of(text);
        return this;
    }

    /** The message. */
    public TaskMessage message() {
        return new TaskMessage(
                new TaskMessage.Identity(id, task, rootId, parentId, "node-a", token),
                new TaskMessage.Timing(retries, eta, hold),
                new TaskMessage.Payload(contentType, compression, body, summary),
                ignoreResult,
                followUps,
                context,
                extras);
    }
}
