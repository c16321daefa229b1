package no.abakus.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The failed task, which an errback (a task linked with {@link TaskCall#linkError}) receives as its first argument.
 * Celery passes only the id. Immutable.
 *
 * @param id the failed task's id
 * @param task the failed task's name
 * @param state how it ended: {@link TaskState#FAILURE} or {@link TaskState#REJECTED}
 * @param exception the failure that the task ended with
 * @param retries how many times it had been retried
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if any
 * @param context the log context that the task ran in, redacted as in the message; the values are strings, numbers and
 *     booleans
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
