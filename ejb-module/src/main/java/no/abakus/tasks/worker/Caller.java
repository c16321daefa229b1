package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.logging.LogContext;

/** Finds out who sent a task, from the log context of its message. */
final class Caller {

    private static final String USER = "current_user";

    /**
     * The key that a node sets when it receives a message that no node has sent. The tasks that the message's task
     * sends inherit the key.
     */
    private static final String SENDER = "abakus_sender";

    private static final String UNKNOWN = "unknown";

    private Caller() {}

    static Optional<String> of(LogContext context) {
        Object validated = context.get(SENDER);
        Object name = validated == null ? context.get(USER) : validated;
        return name == null || name.equals("") || UNKNOWN.equals(validated)
                ? Optional.empty()
                : Optional.of(name.toString());
    }
}
