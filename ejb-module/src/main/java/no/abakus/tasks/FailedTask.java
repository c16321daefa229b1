package no.abakus.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an errback, a task linked with {@link TaskCall#linkError}, gets as its first argument: the task that failed.
 * Celery passes the id only. Immutable.
 *
 * @param id the failed task's id
 * @param task its name
 * @param state how it ended: {@link TaskState#FAILURE} or {@link TaskState#REJECTED}
 * @param exception what it failed with
 * @param retries how often it had asked to be run again
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if one did
 * @param context the log context it ran in, as it was transmitted: redacted; text, numbers and booleans
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
