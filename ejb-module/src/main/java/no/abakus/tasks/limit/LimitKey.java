package no.abakus.tasks.limit;

import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.TaskMessage;

/** Selects the line of a limit that a task waits in. */
final class LimitKey {

    private LimitKey() {}

    /** The value of the limit's key, as a string; an empty string if there is one line for all. */
    static String of(RateLimit limit, TaskDefinition task, TaskMessage message, Object[] arguments) {
        if (limit.key().isEmpty()) {
            return "";
        }
        String key = limit.key().get();
        if (key.startsWith(RateLimit.CONTEXT_KEY)) {
            return String.valueOf(message.context().get(key.substring(RateLimit.CONTEXT_KEY.length())));
        }
        int position = task.parameters().names().indexOf(key);
        return position < 0 ? "" : String.valueOf(arguments[position]);
    }
}
