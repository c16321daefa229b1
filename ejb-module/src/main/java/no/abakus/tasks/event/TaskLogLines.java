package no.abakus.tasks.event;

import java.time.Duration;
import no.abakus.logging.Log;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;

/**
 * The log lines of the task system, all from the logger {@code no.abakus.tasks}. Which request and which task a line
 * belongs to, its log context says.
 */
public final class TaskLogLines implements EventListener {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Log log;

    public TaskLogLines() {
        this(Log.get("no.abakus.tasks"));
    }

    TaskLogLines(Log log) {
        this.log = log;
    }

    @Override
    public boolean isListening() {
        return log.isErrorEnabled();
    }

    @Override
    public void onEvent(TaskEvent event) {
        if (event instanceof TaskEvent.Sent sent) {
            sent(sent);
        } else if (event instanceof TaskEvent.Started started) {
            log.info("task_started", "queue", started.delivery().route().queue());
        } else if (event instanceof TaskEvent.Succeeded succeeded) {
            succeeded(succeeded);
        } else if (event instanceof TaskEvent.Failed failed) {
            log.error("task_failed", failed.thrown(), "duration_ms", millis(failed.took()));
        } else if (event instanceof TaskEvent.Retrying retrying) {
            retrying(retrying);
        } else if (event instanceof TaskEvent.NotFound notFound) {
            log.error("task_not_found", "detail", notFound.rejection().detail());
        } else if (event instanceof TaskEvent.Rejected rejected) {
            rejected(
                    rejected.rejection(),
                    rejected.delivery().route().queue(),
                    rejected.delivery().message().id());
        } else if (event instanceof TaskEvent.Unreadable unreadable) {
            rejected(unreadable.rejection(), unreadable.queue(), unreadable.messageId());
        }
    }

    /** The ids are the new task's; its parent is the task that sends it, whose own ids the context holds. */
    private void sent(TaskEvent.Sent sent) {
        if (!log.isInfoEnabled()) {
            return;
        }
        Log created = log.bind(
                "task_id",
                sent.message().id(),
                "task_name",
                sent.message().task(),
                "queue",
                sent.route().queue());
        if (sent.message().parentId().isPresent()) {
            created = created.bind(
                    "parent_task_id",
                    sent.message().parentId().get(),
                    "root_task_id",
                    sent.message().rootId());
        }
        if (sent.message().eta().isPresent()) {
            created = created.bind("eta", sent.message().eta().get().toString());
        }
        created.info("async_task_created");
    }

    private void succeeded(TaskEvent.Succeeded succeeded) {
        if (log.isInfoEnabled()) {
            log.info("task_succeeded", "duration_ms", millis(succeeded.took()), "queue_ms", millis(succeeded.waited()));
        }
    }

    private void retrying(TaskEvent.Retrying retrying) {
        String eta = retrying.eta().toString();
        double took = millis(retrying.took());
        if (retrying.cause().isPresent()) {
            log.warning("task_retrying", retrying.cause().get(), "eta", eta, "duration_ms", took);
        } else {
            log.warning("task_retrying", "eta", eta, "duration_ms", took);
        }
    }

    private void rejected(Rejection rejection, String queue, String messageId) {
        log.error(
                "task_rejected",
                "reason",
                rejection.reason().code(),
                "detail",
                rejection.detail(),
                "queue",
                queue,
                "message_id",
                messageId);
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / NANOS_PER_MILLI * 1000) / 1000.0;
    }
}
