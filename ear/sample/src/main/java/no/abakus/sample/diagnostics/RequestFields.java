package no.abakus.sample.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.TaskRequest;

/** The fields of a request by Celery's spelling, for a result that is JSON. */
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
        fields.put("queue", request.queue());
        fields.put("priority", request.priority());
        fields.put("delivery_count", request.deliveryCount());
        fields.put("redelivered", request.redelivered());
        fields.put("origin", request.origin());
        fields.put("node", request.node());
        return fields;
    }
}
