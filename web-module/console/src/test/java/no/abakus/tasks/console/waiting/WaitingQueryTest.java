package no.abakus.tasks.console.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.WaitingTask;
import org.junit.jupiter.api.Test;

/** Waiting tasks are found by the same terms as ended ones. */
class WaitingQueryTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final WaitingTask task = new WaitingTask(
            "id-1",
            "mail.send",
            "mail",
            4,
            0,
            Optional.empty(),
            Optional.of("to=anna"),
            Optional.of(NOW.minus(Duration.ofMinutes(10))),
            Optional.empty(),
            Map.of("request_id", "abc-123", "current_user", "anna", "tenant", "7"));

    private static WaitingQuery query(String q) {
        return WaitingQuery.of(q, NOW);
    }

    private boolean fits(String q) {
        return query(q).fits(task);
    }

    @Test
    void by_request_user_and_context() {
        assertThat(fits("request_id:abc-123")).isTrue();
        assertThat(fits("request_id:abc-*")).isTrue();
        assertThat(fits("request_id:other")).isFalse();
        assertThat(fits("user:anna ctx.tenant:7")).isTrue();
        assertThat(fits("ctx.tenant:8")).isFalse();
        assertThat(fits("-user:anna")).isFalse();
    }

    @Test
    void by_how_long_it_has_waited_or_run() {
        assertThat(fits("age<1h")).isTrue();
        assertThat(fits("age>1h")).isFalse();
        assertThat(fits("age>5m")).isTrue();

        WaitingTask parked = new WaitingTask("id-2", "mail.send", "mail", 4, 0, Optional.empty(), Optional.empty());
        assertThat(query("age<1h").fits(parked)).as("of unknown age").isFalse();
        assertThat(query("age>1h").fits(parked)).as("of unknown age").isFalse();

        ActiveTask running = running(NOW.minus(Duration.ofMinutes(10)));
        assertThat(query("state:running age<1h").fits("node-1", running)).isTrue();
        assertThat(query("state:running age>1h").fits("node-1", running)).isFalse();
    }

    @Test
    void running_tasks_by_node_request_user_and_context() {
        ActiveTask running = running(NOW);

        for (String q : List.of("node:node-1", "request_id:abc-123", "user:anna", "ctx.tenant:7", "-user:berit")) {
            assertThat(query(q).fits("node-1", running)).as(q).isTrue();
        }
        for (String q : List.of("node:node-2", "-request_id:abc-123", "-user:anna", "ctx.tenant:8")) {
            assertThat(query(q).fits("node-1", running)).as(q).isFalse();
        }
    }

    private static ActiveTask running(Instant since) {
        return new ActiveTask(
                "id-3",
                "mail.send",
                "mail",
                0,
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("request_id", "abc-123", "current_user", "anna", "tenant", "7"));
    }

    @Test
    void by_name_queue_and_arguments() {
        assertThat(fits("state:waiting task:mail.* queue:mail args:anna")).isTrue();
        assertThat(fits("task:report.*")).isFalse();
        assertThat(fits("error:Timeout*")).as("only ended tasks have one").isFalse();
    }
}
