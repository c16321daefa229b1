package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The same requests give the same lines on both servers, except for what must differ: ids, times, the node. */
@OnSharedServer
final class SameLinesIT {

    private static final int PORT_OFFSET = 1300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** These differ between two runs on one server as well. The frames of an exception are the server's own calls. */
    private static final Set<String> VARIES = Set.of(
            "timestamp",
            "duration_ms",
            "queue_ms",
            "task_id",
            "root_task_id",
            "parent_task_id",
            "node",
            "thread",
            "frames",
            "frames_omitted",
            "registration_id",
            "event_id",
            "eta",
            "retry_at");

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void requests_tasks_failures_retries_and_foreign_lines_look_the_same(Server server) throws Exception {
        try (Server other = other(server)) {
            assertThat(registration(server)).containsExactlyInAnyOrderElementsOf(registration(other));
            assertThat(task(server, "diagnostics.fail", "[\"on purpose\"]", "task_failed"))
                    .containsExactlyInAnyOrderElementsOf(
                            task(other, "diagnostics.fail", "[\"on purpose\"]", "task_failed"));
            assertThat(task(server, "diagnostics.retry_until", "[2]", "task_succeeded"))
                    .containsExactlyInAnyOrderElementsOf(
                            task(other, "diagnostics.retry_until", "[2]", "task_succeeded"));
            assertThat(task(server, "diagnostics.foreign_log", "[\"somebody else's\"]", "task_succeeded"))
                    .containsExactlyInAnyOrderElementsOf(
                            task(other, "diagnostics.foreign_log", "[\"somebody else's\"]", "task_succeeded"));
        }
    }

    private static Server other(Server server) throws InterruptedException {
        Product product = server.product() == Product.PAYARA ? Product.WILDFLY : Product.PAYARA;
        return Server.fresh(product, "same-lines", PORT_OFFSET, Server.applicationArchive())
                .start();
    }

    private static List<String> registration(Server server) throws InterruptedException {
        String event = Registrations.on(server).event(10, 1);
        Http.Answer answer = server.http()
                .as("student1", "student1")
                .with("X-Request-ID", "same-registration")
                .post(
                        "/registrations/api/events/" + event + "/registrations",
                        "{\"user\":\"0\",\"groups\":[\"users\"]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return linesOf(server, "same-registration", "task_succeeded");
    }

    private static List<String> task(Server server, String name, String arguments, String end)
            throws InterruptedException {
        String request = "same-" + name;
        server.operator().with("X-Request-ID", request).applyAsync(name, "{\"args\":" + arguments + "}");
        return linesOf(server, request, end);
    }

    private static List<String> linesOf(Server server, String request, String end) throws InterruptedException {
        for (String last : List.of(end, "request_finished")) {
            server.lines()
                    .await(
                            last + " of " + request,
                            PATIENCE,
                            line -> line.get("request_id").equals(request)
                                    && line.event().equals(last));
        }
        return server.lines().where(line -> line.get("request_id").equals(request)).stream()
                .map(SameLinesIT::withoutWhatVaries)
                .toList();
    }

    /** As text, so that the order of the keys counts. */
    private static String withoutWhatVaries(Line line) {
        JsonNode copy = line.json().deepCopy();
        blank(copy);
        return copy.toString().replaceAll(UUID, "ID");
    }

    private static void blank(JsonNode node) {
        if (node instanceof ObjectNode object) {
            VARIES.stream().filter(object::has).forEach(key -> object.put(key, "varies"));
        }
        node.forEach(SameLinesIT::blank);
    }
}
