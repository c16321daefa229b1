package no.abakus.sample.diagnostics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.TaskRequest;

/** Returns the fields of a request as JSON values. A field that exists in Celery has the same name here. */
final class RequestFields {

    private RequestFields() {}

    static Map<String, Object> of(TaskRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", request.id());
        fields.put("task", request.task());
        fields.put("args", request.args());
        fields.put("kwargs", request.kwargs());
        fields.put("root_id", request.rootId());
        fields.put("parent_id", request.parentId().orElse(null));
        fields.put("retries", request.retries());
        fields.put("eta", request.eta().orElse(null));
        fields.put("expires", request.expires().orElse(null));
        fields.put("shadow", request.shadow());
        fields.put("time_limit", request.timeLimit().map(RequestFields::seconds).orElse(null));
        fields.put(
                "soft_time_limit",
                request.softTimeLimit().map(RequestFields::seconds).orElse(null));
        fields.put("headers", request.headers());
        fields.put("correlation_id", request.correlationId());
        fields.put("reply_to", request.replyTo().orElse(null));
        fields.put("group", request.group().orElse(null));
        fields.put("ignore_result", request.ignoreResult());
        fields.put("children", request.children());
        fields.put("args_summary", request.argumentSummary().orElse(null));
        fields.put("exchange", request.exchange().orElse(null));
        fields.put("routing_key", request.routingKey().orElse(null));
        fields.put("queue", request.queue());
        fields.put("priority", request.priority());
        fields.put("delivery_count", request.deliveryCount());
        fields.put("redelivered", request.redelivered());
        fields.put("origin", request.origin());
        fields.put("node", request.node());
        return fields;
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1e3;
    }
}
