package no.abakus.tasks.worker;

import no.abakus.logging.LogContext;
import no.abakus.tasks.spi.TaskMessage;

/** The log context of a task: the sender's context, with the task keys replaced by those of this task. */
final class TaskContext {

    private TaskContext() {}

    static LogContext of(TaskMessage message) {
        LogContext senders = message.context();
        if (message.parentId().isPresent()) {
            return senders.with(
                    "task_id",
                    message.id(),
                    "task_name",
                    message.displayName(),
                    "parent_task_id",
                    message.parentId().get(),
                    "root_task_id",
                    message.rootId(),
                    "retries",
                    message.retries());
        }
        return senders.without("parent_task_id")
                .with(
                        "task_id",
                        message.id(),
                        "task_name",
                        message.displayName(),
                        "root_task_id",
                        message.rootId(),
                        "retries",
                        message.retries());
    }
}
