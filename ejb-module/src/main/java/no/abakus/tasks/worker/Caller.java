package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.logging.LogContext;

/** Who sent a task, by the log context of its message. */
final class Caller {

    private static final String USER = "current_user";

    /** Set when a message arrives that no node has sent, and inherited by the tasks that its task sends. */
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
