package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** The keys with which a task logs: those of its sender, but its own keys replace those of a task that sent it. */
class TaskContextTest {

    class Relay {
        @AbakusTask(name = "relay.first")
        public void first() {
            seen.add(LogContext.current());
            try (LogScope scope = LogContext.bind("order_id", 7)) {
                bench.tasks().call("relay.second").applyAsync();
            }
        }

        @AbakusTask(name = "relay.second")
        public void second() {
            seen.add(LogContext.current());
        }
    }

    private final List<LogContext> seen = new ArrayList<>();
    private final Workbench bench = new Workbench().register(new Relay());

    @Test
    void a_request_id_travels_from_the_request_through_all_its_tasks() {
        try (LogScope scope = LogContext.bind("request_id", "r-1", "current_user", 17)) {
            bench.tasks().call("relay.first").applyAsync();
        }

        bench.runDue();

        assertThat(seen.get(0).toMap())
                .containsExactly(
                        Map.entry("request_id", "r-1"),
                        Map.entry("current_user", 17),
                        Map.entry("task_id", "task-1"),
                        Map.entry("task_name", "relay.first"),
                        Map.entry("root_task_id", "task-1"),
                        Map.entry("retries", 0));
        assertThat(seen.get(1).toMap())
                .containsEntry("request_id", "r-1")
                .containsEntry("current_user", 17)
                .containsEntry("order_id", 7)
                .containsEntry("task_id", "task-2")
                .containsEntry("task_name", "relay.second")
                .containsEntry("parent_task_id", "task-1")
                .containsEntry("root_task_id", "task-1")
                .containsEntry("retries", 0)
                .hasSize(8);
    }

    @Test
    void a_senders_own_task_keys_are_never_taken_for_the_tasks() {
        Map<String, Object> strangers = new LinkedHashMap<>();
        strangers.put("task_id", "theirs");
        strangers.put("parent_task_id", "theirs");
        strangers.put("retries", 9);

        bench.deliver(
                new MessageDraft("mine", "relay.second").context(strangers).message());

        assertThat(seen.get(0).toMap())
                .containsEntry("task_id", "mine")
                .containsEntry("retries", 0)
                .doesNotContainKey("parent_task_id");
    }
}
