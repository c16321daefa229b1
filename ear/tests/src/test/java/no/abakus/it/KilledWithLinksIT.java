package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnKilledServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The machine crashes while tasks end and their links are sent. Each link is still sent exactly once. */
@Tag("long")
@OnKilledServer
final class KilledWithLinksIT {

    private static final int TASKS = 120;

    @Test
    void every_link_of_every_task_runs_for_one_message(Server server) throws Exception {
        Http http = server.operator();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            ids.add(http.applyAsync(
                    "diagnostics.echo",
                    "{\"args\":[\"link-" + i + "\"],\"countdown\":" + (TASKS - i) * 0.02 + ",\"ignore_result\":"
                            + (i % 2 == 0) + ",\"link\":{\"task\":\"diagnostics.record\",\"args\":[0.0],"
                            + "\"kwargs\":{},\"immutable\":false,\"options\":{\"ignore_result\":false}}}"));
        }
        // Some tasks have ended by now, and some have not.
        server.lines()
                .awaitMany(
                        "ends of tasks",
                        Duration.ofSeconds(30),
                        TASKS / 3,
                        line -> line.event().equals("task_succeeded")
                                && line.get("task_name").equals("diagnostics.echo"));
        server.kill();
        server.start();

        for (int i = 0; i < TASKS; i++) {
            JsonNode parent =
                    http.get("/abakus/api/results/" + ids.get(i) + "?wait=150").json();
            assertThat(parent.path("state").asText())
                    .as("task %d, told as %s", i, parent)
                    .isEqualTo("SUCCESS");
            if (i % 2 == 1) {
                // The one child that the record names is the one that runs.
                String child = parent.at("/children/0").asText();
                assertThat(http.get("/abakus/api/results/" + child + "?wait=150")
                                .json()
                                .path("state")
                                .asText())
                        .isEqualTo("SUCCESS");
            }
            String key = "link-" + i;
            JsonNode rows = Ledger.of(server).awaitAny(key);
            long messages = rows.findValuesAsText("task_id").stream().distinct().count();
            assertThat(messages).as("messages of the link of task " + i).isEqualTo(1);
        }
    }
}
