package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** Saved views, and how full queues were. */
@OnSharedServer
final class ViewsIT {

    private static final String API = "/abakus/api/";

    @Test
    void a_view_is_saved_shared_and_deleted(Server server) throws Exception {
        Http http = server.operator();
        Http viewer = server.http().as("viewer", Server.VIEWER_PASSWORD);
        String name = "mails-" + UUID.randomUUID();
        String path = API + "views/" + name;

        Http.Answer saved = http.put(path, "{\"page\":\"tasks\",\"q\":\"task:mail.*\"}");
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(http.get(path).json().path("q").asText()).isEqualTo("task:mail.*");
        assertThat(viewer.get(path).json().path("code").asText()).isEqualTo("view-not-found");
        http.put(path, "{\"page\":\"tasks\",\"q\":\"task:mail.*\",\"shared\":true}");
        JsonNode seen = viewer.get(path).json();
        assertThat(seen.path("own").asBoolean(true)).isFalse();
        assertThat(seen.path("owner").asText()).isEqualTo("operator");
        assertThat(viewer.get(API + "views").json().path("items").findValuesAsText("name"))
                .contains(name);

        assertThat(viewer.put(path, "{\"page\":\"tasks\",\"q\":\"\"}").status()).isEqualTo(403);
        assertThat(viewer.delete(path).status()).isEqualTo(403);
        assertThat(http.delete(path).status()).isEqualTo(204);
        assertThat(http.delete(path).status()).isEqualTo(404);
        assertThat(http.put(path, "{\"page\":\"moon\",\"q\":\"\"}").body())
                .contains("bad-view")
                .contains("page");
        assertThat(http.put(path, "{\"page\":\"tasks\"}").body())
                .contains("bad-view")
                .contains("q must have");
        // 64 letters that take two units each in the database.
        for (String odd : List.of("a%3Ab", "%F0%90%90%80".repeat(64))) {
            assertThat(http.put(API + "views/" + odd, "{\"page\":\"tasks\",\"q\":\"\"}")
                            .status())
                    .as(odd)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_family_of_tasks_is_shown_from_each_of_its_members(Server server) throws Exception {
        Http http = server.operator();
        String parent =
                http.applyAsync("diagnostics.spawn", "{\"args\":[\"diagnostics.add\",[1,2]],\"ignore_result\":false}");
        String child = http.get(API + "results/" + parent + "?wait=20")
                .json()
                .path("result")
                .asText();
        JsonNode tree = await("the child has ended")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> http.get(API + "executions/" + child + "/tree").json(),
                        family -> family.path("items").size() == 2);

        assertThat(tree.path("root_id").asText()).isEqualTo(parent);
        assertThat(tree.path("complete").asBoolean()).isTrue();
        assertThat(tree.path("items").findValuesAsText("task_id")).containsExactlyInAnyOrder(parent, child);
        assertThat(http.get(API + "executions/" + parent + "/tree").json().path("items"))
                .hasSize(2);
        assertThat(http.get(API + "executions/nothing-" + child + "/tree").status())
                .isEqualTo(404);
    }

    @Test
    void the_depth_of_a_queue_is_known_minute_by_minute(Server server) throws Exception {
        Http http = server.operator();
        await("a sample of this minute")
                .atMost(Duration.ofSeconds(80))
                .until(
                        () -> http.get(API + "series?of=depth&queue=default").json(),
                        series -> series.path("points").findValues("value").stream()
                                .anyMatch(JsonNode::isNumber));

        assertThat(http.get(API + "series?of=depth&task=x").json().path("code").asText())
                .isEqualTo("bad-query");
        assertThat(http.get(API + "series?of=failed&queue=x")
                        .json()
                        .path("detail")
                        .asText())
                .contains("queue");
    }
}
