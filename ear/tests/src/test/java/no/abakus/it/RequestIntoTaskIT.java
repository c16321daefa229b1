package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** One grep over stdout for a request's id shows the request, the task that it sent, and the lines of that task. */
@OnSharedServer
final class RequestIntoTaskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void one_grep_for_the_request_id_shows_request_sending_and_task(Server server) throws Exception {
        String event = Registrations.on(server).event(10, 1);
        Http student = server.http().as("student1", "student1").with("X-Request-ID", "abc-123");
        Http.Answer answer = student.post(
                "/registrations/api/events/" + event + "/registrations", "{\"user\":\"0\",\"groups\":[\"users\"]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("X-Request-ID")).isEqualTo("abc-123");
        String taskId = answer.json().path("task_id").asText();
        server.lines().await("the end of task " + taskId, PATIENCE, ended(taskId));
        server.lines()
                .await(
                        "the end of the request",
                        PATIENCE,
                        line -> isEvent(line, "request_finished")
                                && line.get("request_id").equals("abc-123"));

        List<Line> found = server.lines().grep("abc-123");

        assertThat(found).allMatch(Line::isJson).allSatisfy(line -> assertThat(line.get("request_id"))
                .isEqualTo("abc-123"));
        assertThat(found)
                .extracting(Line::event)
                .contains(
                        "request_started",
                        "async_task_created",
                        "task_started",
                        "registration_admitted",
                        "task_succeeded",
                        "request_finished");
        List<Line> workers = found.stream()
                .filter(line -> !line.event().startsWith("request_") && !isEvent(line, "async_task_created"))
                .toList();
        assertThat(workers).hasSizeGreaterThanOrEqualTo(3).allSatisfy(line -> {
            assertThat(line.get("task_id")).isEqualTo(taskId);
            assertThat(line.get("task_name")).isEqualTo("registrations.register");
            assertThat(line.get("request_path")).isEqualTo("/registrations/api/events/" + event + "/registrations");
            assertThat(line.get("request_method")).isEqualTo("POST");
            assertThat(line.get("current_user")).isEqualTo("student1");
        });
    }

    @Test
    void third_party_lines_in_a_task_carry_the_request_and_the_task(Server server) throws Exception {
        String taskId = server.operator()
                .with("X-Request-ID", "foreign-1")
                .applyAsync("diagnostics.foreign_log", "{\"args\":[\"from elsewhere\"]}");

        Line line = server.lines().await("from the third party", PATIENCE, l -> isEvent(l, "from elsewhere"));

        assertThat(line.get("logger")).isEqualTo("third.party");
        assertThat(line.get("request_id")).isEqualTo("foreign-1");
        assertThat(line.get("task_id")).isEqualTo(taskId);
        assertThat(line.get("task_name")).isEqualTo("diagnostics.foreign_log");
        assertThat(line.get("current_user")).isEqualTo("operator");
    }

    @Test
    void a_task_sent_by_a_task_keeps_the_request_and_names_its_parent(Server server) throws Exception {
        String parent = server.operator()
                .with("X-Request-ID", "family-1")
                .applyAsync("diagnostics.spawn", "{\"args\":[\"diagnostics.foreign_log\",[\"from the child\"]]}");

        Line child = server.lines().await("from the child", PATIENCE, l -> isEvent(l, "from the child"));

        assertThat(child.get("request_id")).isEqualTo("family-1");
        assertThat(child.get("parent_task_id")).isEqualTo(parent);
        assertThat(child.get("root_task_id")).isEqualTo(parent);
        assertThat(child.get("task_id")).isNotEqualTo(parent);
    }

    @Test
    void a_countdown_is_kept_by_the_broker_and_never_cut_short(Server server) throws Exception {
        String taskId = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2],\"countdown\":1.5}");

        Line created = server.lines()
                .await(
                        "its sending",
                        PATIENCE,
                        l -> isEvent(l, "async_task_created")
                                && l.get("task_id").equals(taskId));
        Line started = server.lines()
                .await(
                        "its start",
                        PATIENCE,
                        l -> isEvent(l, "task_started") && l.get("task_id").equals(taskId));

        Duration waited =
                Duration.between(Instant.parse(created.get("timestamp")), Instant.parse(started.get("timestamp")));
        // The line is written when the send has returned, a little after the countdown began.
        assertThat(waited).isBetween(Duration.ofMillis(1_300), Duration.ofSeconds(5));
    }

    @Test
    void a_task_that_asks_for_it_is_run_again_under_its_id(Server server) throws Exception {
        String taskId = server.operator().applyAsync("diagnostics.retry_until", "{\"args\":[3]}");

        server.lines().await("its end", PATIENCE, ended(taskId));

        assertThat(server.lines().where(l -> l.get("task_id").equals(taskId) && isEvent(l, "task_started")))
                .extracting(l -> l.json().path("retries").asInt())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_failing_task_logs_its_exception_as_structure(Server server) throws Exception {
        String taskId = server.operator().applyAsync("diagnostics.fail", "{\"args\":[\"broken on purpose\"]}");

        Line failed = server.lines()
                .await(
                        "its failure",
                        PATIENCE,
                        l -> isEvent(l, "task_failed") && l.get("task_id").equals(taskId));

        assertThat(failed.get("level")).isEqualTo("error");
        assertThat(failed.json().at("/exception/type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.json().at("/exception/message").asText()).isEqualTo("broken on purpose");
        assertThat(failed.json().at("/exception/frames").isArray()).isTrue();
    }

    private static Predicate<Line> ended(String taskId) {
        return line -> line.get("task_id").equals(taskId) && isEvent(line, "task_succeeded");
    }

    private static boolean isEvent(Line line, String event) {
        return line.event().equals(event);
    }
}
