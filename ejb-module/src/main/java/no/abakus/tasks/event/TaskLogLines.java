package no.abakus.tasks.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import no.abakus.logging.Log;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Writes log lines for task events, with the logger {@code no.abakus.tasks}. The request and the task of a line are in
 * its log context.
 */
final class TaskLogLines implements EventListener {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Log log;

    TaskLogLines() {
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
            failed(failed);
        } else if (event instanceof TaskEvent.Lost lost) {
            lost(lost);
        } else if (event instanceof TaskEvent.Ignored ignored) {
            log.info("task_ignored", "reason", ignored.reason(), "duration_ms", millis(ignored.took()));
        } else if (event instanceof TaskEvent.Requeued requeued) {
            log.warning(
                    "task_requeued",
                    "reason",
                    requeued.reason(),
                    "eta",
                    requeued.eta().toString(),
                    "duration_ms",
                    millis(requeued.took()));
        } else if (event instanceof TaskEvent.Retrying retrying) {
            retrying(retrying);
        } else if (event instanceof TaskEvent.SoftLimitReached reached) {
            log.warning("task_soft_time_limit_reached", "limit_ms", millis(reached.limit()));
        } else if (event instanceof TaskEvent.Abandoned given) {
            log.error(
                    "task_time_limit_exceeded",
                    given.exceeded(),
                    "thread",
                    given.thread(),
                    "abandoned",
                    given.abandoned());
        } else if (event instanceof TaskEvent.Held held) {
            log.debug("task_rate_limited", "turn", held.hold().slot().toString());
        } else if (event instanceof TaskEvent.Expired expired) {
            expired(expired);
        } else if (event instanceof TaskEvent.Revoked revoked) {
            log.warning("task_revoked", "by", revoked.by(), "terminated", revoked.terminated());
        } else if (event instanceof TaskEvent.Paused paused) {
            paused(paused);
        } else if (event instanceof TaskEvent.Repeated) {
            log.info("task_repeated", "detail", "the task ended or was revoked, so the message is only acknowledged");
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

    /** Logs the ids of the new task, its parent and its root. The log context is that of the sender. */
    private void sent(TaskEvent.Sent sent) {
        if (!log.isInfoEnabled()) {
            return;
        }
        List<Object> fields = new ArrayList<>();
        Collections.addAll(
                fields,
                "task_id",
                sent.message().id(),
                "task_name",
                sent.message().displayName(),
                "queue",
                sent.route().queue());
        if (sent.message().parentId().isPresent()) {
            Collections.addAll(
                    fields,
                    "parent_task_id",
                    sent.message().parentId().get(),
                    "root_task_id",
                    sent.message().rootId());
        }
        if (sent.message().eta().isPresent()) {
            Collections.addAll(fields, "eta", sent.message().eta().get().toString());
        }
        log.info("async_task_created", fields.toArray());
    }

    private void succeeded(TaskEvent.Succeeded succeeded) {
        if (log.isInfoEnabled()) {
            log.info("task_succeeded", "duration_ms", millis(succeeded.took()), "queue_ms", millis(succeeded.waited()));
        }
    }

    /** Logs an expected failure as a single info line, so that it does not appear among the errors. */
    private void failed(TaskEvent.Failed failed) {
        double took = millis(failed.took());
        if (failed.expected()) {
            log.info(
                    "task_failed",
                    "error",
                    TaskFailure.of(failed.thrown()).toString(),
                    "expected",
                    true,
                    "duration_ms",
                    took);
        } else {
            log.error("task_failed", failed.thrown(), "duration_ms", took);
        }
    }

    /** Logs the claim's fields, because this node has neither the message nor the log context of a dead node's task. */
    private void lost(TaskEvent.Lost lost) {
        log.error(
                "task_failed",
                lost.failure(),
                "task_id",
                lost.claim().id(),
                "task_name",
                lost.claim().task(),
                "retries",
                lost.claim().execution(),
                "begun_at",
                lost.claim().at().toString());
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

    /** Names the task in the line, because the log context may be that of the sender instead of the task. */
    private void expired(TaskEvent.Expired expired) {
        log.warning(
                "task_expired",
                "task_id",
                expired.message().id(),
                "task_name",
                expired.message().displayName(),
                "queue",
                expired.queue(),
                "expires",
                String.valueOf(expired.message().extras().expires().orElse(null)),
                "found_by",
                expired.foundBy().name().toLowerCase(Locale.ROOT));
    }

    private void paused(TaskEvent.Paused paused) {
        if (log.isDebugEnabled()) {
            log.debug(
                    "task_paused",
                    "paused",
                    paused.pause().of().label(),
                    "until",
                    paused.until().toString());
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
        // A message from another program may contain any times, so the duration may not fit in a long of nanoseconds.
        return Math.round((duration.getSeconds() * 1e3 + duration.getNano() / NANOS_PER_MILLI) * 1000) / 1000.0;
    }
}
