package no.abakus.tasks.event;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Collects the fields of an event and leaves out absent values. Not thread-safe. */
final class EventFields {

    private static final String REQUEST_ID = "request_id";

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Redaction redaction;

    EventFields(Redaction redaction) {
        this.redaction = redaction;
    }

    EventFields with(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(there -> fields.put(name, plain(there)));
        } else if (value != null) {
            fields.put(name, plain(value));
        }
        return this;
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** Adds the fields that identify the task. */
    EventFields of(TaskMessage message) {
        Object request = message.context().get(REQUEST_ID);
        return with("uuid", message.id())
                .with("name", message.displayName())
                .with("root_id", message.rootId())
                .with("parent_id", message.parentId())
                .with("retries", message.retries())
                .with("request_id", request);
    }

    /** Adds the details of the call. */
    EventFields called(TaskMessage message, Route route) {
        return of(message)
                .with("args", message.summary())
                .with("eta", message.eta())
                .with("expires", message.extras().expires())
                .with("queue", route.queue())
                .with("exchange", route.exchange())
                .with("routing_key", route.routingKey())
                .with("priority", route.priority());
    }

    EventFields called(Delivery delivery) {
        return called(delivery.message(), delivery.route());
    }

    /** Adds a duration in seconds, the unit that Celery uses. */
    EventFields seconds(String name, Duration span) {
        return with(name, span.getSeconds() + span.getNano() / 1e9);
    }

    /** Adds the exception, redacted as in a log line. */
    EventFields thrown(Throwable thrown) {
        TaskFailure failure = TaskFailure.of(thrown);
        return with("exception", redaction.text(failure.toString()))
                .with("traceback", redaction.text(failure.traceback()));
    }

    Map<String, Object> all() {
        return fields;
    }
}
