package no.abakus.tasks.console.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.WaitingTask;
import org.junit.jupiter.api.Test;

/** Waiting tasks are found by the same terms as ended ones. */
class WaitingQueryTest {

    private static final WaitingTask TASK = new WaitingTask(
            "id-1",
            "mail.send",
            "mail",
            4,
            0,
            Optional.empty(),
            Optional.of("to=anna"),
            Optional.empty(),
            Optional.empty(),
            Map.of("request_id", "abc-123", "current_user", "anna", "tenant", "7"));

    private static boolean fits(String q) {
        return WaitingQuery.of(q).fits(TASK);
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
    void by_name_queue_and_arguments() {
        assertThat(fits("state:waiting task:mail.* queue:mail args:anna")).isTrue();
        assertThat(fits("task:report.*")).isFalse();
        assertThat(fits("error:Timeout*")).as("only ended tasks have one").isFalse();
    }
}
