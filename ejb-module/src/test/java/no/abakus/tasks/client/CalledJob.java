package no.abakus.tasks.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.BeforeEach;

/** A workbench with a task that records its request, and calls of it. */
abstract class CalledJob {

    static final class Job {
        private final TaskRequest request;
        final List<Map<String, Object>> seen = new ArrayList<>();
        int retries;

        Job(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(name = "job", timeLimit = "PT1M", softTimeLimit = "PT30S", expires = "PT1H", maxRetries = -1)
        public void run(String text) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("args", request.args());
            fields.put("expires", request.expires());
            fields.put("shadow", request.shadow());
            fields.put("time_limit", request.timeLimit());
            fields.put("soft_time_limit", request.softTimeLimit());
            fields.put("headers", request.headers());
            fields.put("correlation_id", request.correlationId());
            fields.put("reply_to", request.replyTo());
            fields.put("group", request.group());
            fields.put("exchange", request.exchange());
            fields.put("routing_key", request.routingKey());
            seen.add(fields);
            if (request.retries() < retries) {
                throw request.retry(Duration.ofMinutes(50));
            }
        }

        @AbakusTask(name = "plain")
        public void plain(String text) {}
    }

    final Workbench bench = Workbench.of()
            .set("abakus.tasks.routing.exchanges", "all fanout default, other; news topic a.# -> default")
            .queue("other")
            .set("abakus.tasks.routing.external-queues", "answers");
    final Job job = new Job(bench.request());

    @BeforeEach
    void register() {
        bench.register(job);
    }

    TaskCall<Object> plain() {
        return bench.tasks().call("plain").args("x");
    }

    TaskCall<Object> call(String text) {
        return bench.tasks().call("job").args(text);
    }
}
