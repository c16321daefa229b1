package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** A lower level for one request and all its tasks. The steps that each task goes through are logged at debug. */
@OnSharedServer
final class RequestLevelIT {

    private static final String SPAWN = "{\"args\":[\"diagnostics.add\",[1,2]]}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_user_of_the_setting_sees_debug_lines_of_the_request_and_of_its_tasks(Server server) throws Exception {
        server.operator()
                .with("X-Request-ID", "level-1")
                .with("X-Log-Level", "debug")
                .applyAsync("diagnostics.spawn", SPAWN);

        List<Line> lines = untilBothTasksEnded(server, "level-1");

        List<Line> debug =
                lines.stream().filter(line -> line.get("level").equals("debug")).toList();
        assertThat(debug)
                .extracting(Line::event)
                .filteredOn(event -> event.equals("task_routed"))
                .hasSize(2);
        assertThat(debug)
                .anyMatch(line ->
                        !line.json().has("parent_task_id") && line.event().equals("task_routed"));
    }

    @Test
    void other_requests_have_no_debug_lines(Server server) throws Exception {
        server.operator().with("X-Request-ID", "level-2").applyAsync("diagnostics.spawn", SPAWN);

        assertThat(untilBothTasksEnded(server, "level-2"))
                .noneMatch(line -> line.get("level").equals("debug"));
    }

    @Test
    void who_is_not_named_by_the_setting_changes_nothing(Server server) throws Exception {
        String event = Registrations.on(server).event(10, 1);
        Http.Answer answer = server.http()
                .as("student1", "student1")
                .with("X-Request-ID", "level-3")
                .with("X-Log-Level", "debug")
                .post(
                        "/registrations/api/events/" + event + "/registrations",
                        "{\"user\":\"0\",\"groups\":[\"users\"]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);

        assertThat(ended(server, "level-3", 1))
                .noneMatch(line -> line.get("level").equals("debug"));
    }

    private static List<Line> untilBothTasksEnded(Server server, String request) throws InterruptedException {
        return ended(server, request, 2);
    }

    private static List<Line> ended(Server server, String request, int tasks) throws InterruptedException {
        server.lines()
                .awaitMany(
                        "ends of the tasks of " + request,
                        PATIENCE,
                        tasks,
                        line -> line.get("request_id").equals(request)
                                && line.event().equals("task_succeeded"));
        return server.lines().where(line -> line.get("request_id").equals(request));
    }
}
