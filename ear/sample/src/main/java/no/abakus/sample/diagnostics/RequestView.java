package no.abakus.sample.diagnostics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskRequest;

/** All that a request says, as a value. */
public record RequestView(
        String id,
        String task,
        List<Object> args,
        Map<String, Object> kwargs,
        String rootId,
        Optional<String> parentId,
        int retries,
        Optional<Instant> eta,
        String queue,
        int priority,
        int deliveryCount,
        boolean redelivered,
        String origin,
        String node) {

    static RequestView of(TaskRequest request) {
        return new RequestView(
                request.id(),
                request.task(),
                request.args(),
                request.kwargs(),
                request.rootId(),
                request.parentId(),
                request.retries(),
                request.eta(),
                request.queue(),
                request.priority(),
                request.deliveryCount(),
                request.redelivered(),
                request.origin(),
                request.node());
    }
}
