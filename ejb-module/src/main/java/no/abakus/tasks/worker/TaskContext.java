package no.abakus.tasks.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.tasks.spi.TaskMessage;

/** The log context of a task: its sender's, with the task's own keys instead of those of a task that sent it. */
final class TaskContext {

    private TaskContext() {}

    static LogContext of(TaskMessage message) {
        Map<String, Object> own = new LinkedHashMap<>(8);
        own.put("task_id", message.id());
        own.put("task_name", message.task());
        message.parentId().ifPresent(parent -> own.put("parent_task_id", parent));
        own.put("root_task_id", message.rootId());
        own.put("retries", message.retries());
        LogContext senders = message.context();
        if (message.parentId().isEmpty() && senders.get("parent_task_id") != null) {
            senders = senders.without("parent_task_id");
        }
        return senders.withAll(own);
    }
}
