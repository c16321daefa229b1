package no.abakus.tasks.operate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A rejected message, kept together with the reason.
 *
 * @param id identifies the dead letter for reading, resending and deleting it; consists of letters, digits, {@code -}
 *     and {@code _}
 * @param taskId the id of the task; empty if the message is not a task
 * @param task the task's name; empty if unknown
 * @param reason the reason code, such as {@code unknown-task}
 * @param detail the reason in words, redacted
 * @param queue the queue that the message came from; empty if unknown
 * @param at when it became a dead letter, in ISO-8601; empty if unknown
 * @param node the node that rejected it; empty if unknown
 * @param retries how many times the task had been retried
 * @param arguments its arguments on one redacted line, if it has any
 * @param context the redacted log context that the task was sent in; empty if unknown
 */
public record DeadLetter(
        String id,
        String taskId,
        String task,
        String reason,
        String detail,
        String queue,
        String at,
        String node,
        int retries,
        Optional<String> arguments,
        Map<String, String> context) {

    /** A part that must be redacted before it is shown or compared. */
    public enum Part {
        /** {@link DeadLetter#detail}. */
        DETAIL,
        /** {@link DeadLetter#arguments}. */
        ARGUMENTS,
        /** {@link DeadLetter#context}, {@link DeadLetter#requestId} and {@link DeadLetter#user}. */
        CONTEXT
    }

    private static final String REQUEST_ID = "request_id";
    private static final String USER = "current_user";

    public DeadLetter {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /** Creates a dead letter without its log context. */
    public DeadLetter(
            String id,
            String taskId,
            String task,
            String reason,
            String detail,
            String queue,
            String at,
            String node,
            int retries,
            Optional<String> arguments) {
        this(id, taskId, task, reason, detail, queue, at, node, retries, arguments, Map.of());
    }

    /** Returns the id of the request that sent the task, if the task's log context has it. */
    public Optional<String> requestId() {
        return Optional.ofNullable(context.get(REQUEST_ID));
    }

    /** Returns the user who sent the task, if the task's log context has it. */
    public Optional<String> user() {
        return Optional.ofNullable(context.get(USER));
    }
}
