package no.abakus.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an errback, a task linked by {@link TaskCall#linkError}, is told of the task that failed: its first argument.
 * Celery gives it the id alone. Immutable.
 *
 * @param id the failed task's id
 * @param task its name
 * @param state how it ended: {@link TaskState#FAILURE} or {@link TaskState#REJECTED}
 * @param exception what it failed by
 * @param retries how often it had asked to be run again
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if one did
 * @param context the log context it ran in, as it travelled: redacted, text, numbers and booleans
 */
public record FailedTask(
        String id,
        String task,
        TaskState state,
        TaskFailure exception,
        int retries,
        String rootId,
        Optional<String> parentId,
        Map<String, Object> context) {

    public FailedTask {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }
}
