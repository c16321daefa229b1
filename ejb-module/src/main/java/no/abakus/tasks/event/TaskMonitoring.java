package no.abakus.tasks.event;

import java.util.Map;
import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.spi.TaskEvent;

/** Converts task events to monitoring events. If Celery has the same event, the monitoring event has Celery's name. */
final class TaskMonitoring {

    /** The name and fields of a monitoring event. */
    record Told(String type, Map<String, Object> fields) {}

    private final Redaction redaction;

    TaskMonitoring(Redaction redaction) {
        this.redaction = redaction;
    }

    private EventFields fields() {
        return new EventFields(redaction);
    }

    private static Optional<Told> told(String type, EventFields fields) {
        return Optional.of(new Told(type, fields.all()));
    }

    /** Returns the monitoring event for this event; empty if none is published. */
    Optional<Told> of(TaskEvent event) {
        if (event instanceof TaskEvent.Sent sent) {
            return told("task-sent", fields().called(sent.message(), sent.route()));
        }
        if (event instanceof TaskEvent.Started started) {
            return told("task-started", fields().called(started.delivery()).seconds("waited", started.waited()));
        }
        if (event instanceof TaskEvent.Succeeded succeeded) {
            return told(
                    "task-succeeded",
                    fields().of(succeeded.delivery().message())
                            .seconds("runtime", succeeded.took())
                            .seconds("waited", succeeded.waited()));
        }
        if (event instanceof TaskEvent.Failed failed) {
            return told(
                    "task-failed",
                    fields().of(failed.delivery().message())
                            .seconds("runtime", failed.took())
                            .thrown(failed.thrown()));
        }
        if (event instanceof TaskEvent.Retrying retrying) {
            EventFields fields = fields().of(retrying.delivery().message())
                    .seconds("runtime", retrying.took())
                    .with("eta", retrying.eta());
            retrying.cause().ifPresent(fields::thrown);
            return told("task-retried", fields);
        }
        return ofRefusal(event);
    }

    private Optional<Told> ofRefusal(TaskEvent event) {
        if (event instanceof TaskEvent.Revoked revoked) {
            return told(
                    "task-revoked",
                    fields().of(revoked.delivery().message())
                            .with("terminated", revoked.terminated())
                            .with("expired", false)
                            .with("by", revoked.by()));
        }
        if (event instanceof TaskEvent.Expired expired) {
            return told(
                    "task-revoked",
                    fields().of(expired.message()).with("terminated", false).with("expired", true));
        }
        if (event instanceof TaskEvent.Rejected rejected) {
            return told(
                    "task-rejected",
                    fields().of(rejected.delivery().message())
                            .with("requeue", false)
                            .with("reason", rejected.rejection().reason().code()));
        }
        if (event instanceof TaskEvent.Requeued requeued) {
            return told(
                    "task-rejected",
                    fields().of(requeued.delivery().message())
                            .with("requeue", true)
                            .with("reason", requeued.reason()));
        }
        if (event instanceof TaskEvent.Ignored ignored) {
            return told(
                    "task-ignored", fields().of(ignored.delivery().message()).with("reason", ignored.reason()));
        }
        return Optional.empty();
    }
}
