package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message that waits outside its queue until it is nearly due.
 *
 * @param taskId the task's id
 * @param task the task's name
 * @param queue the queue that its workers consume, by the name that tasks use
 * @param priority JMS priority, 0 to 9
 * @param retries how many times the task has been retried
 * @param due when the broker must deliver it
 * @param summary the arguments on one redacted line, for consoles
 * @param context the log context that it was sent in, redacted, for queries
 * @param content the whole message, as encoded by the transport
 */
@SuppressWarnings("ArrayRecordComponent") // never modified, so no copies are needed
public record ParkedMessage(
        String taskId,
        String task,
        String queue,
        int priority,
        int retries,
        Instant due,
        Optional<String> summary,
        Map<String, String> context,
        byte[] content) {

    public ParkedMessage {
        context = Map.copyOf(context);
    }

    /** A message without the separate log context, which is needed only for queries. */
    public ParkedMessage(
            String taskId,
            String task,
            String queue,
            int priority,
            int retries,
            Instant due,
            Optional<String> summary,
            byte[] content) {
        this(taskId, task, queue, priority, retries, due, summary, Map.of(), content);
    }
}
