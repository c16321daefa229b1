package no.abakus.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The failed task, as passed to an errback (a task linked with {@link TaskCall#linkError}) as its first argument.
 * Celery passes only the id. Immutable.
 *
 * @param id the failed task's id
 * @param task its name
 * @param state how it ended: {@link TaskState#FAILURE} or {@link TaskState#REJECTED}
 * @param exception the failure it ended with
 * @param retries how many times it had been retried
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if any
 * @param context the log context it ran in, redacted as in the message: strings, numbers and booleans
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
