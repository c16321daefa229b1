package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.OnKilledServer;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application is redeployed while its tasks run and wait. */
@Tag("long")
@OnKilledServer
final class RedeployIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SLOTS = 16;
    private static final int TASKS = 24;

    @Test
    void what_runs_ends_first_and_what_waits_runs_afterwards_and_nothing_twice(Server server) throws Exception {
        Assumptions.assumeTrue(Product.underTest() == Product.WILDFLY, "by WildFly's own command line");
        Http http = server.operator();
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < TASKS; i++) {
            String key = "redeployed-" + i;
            keys.put(http.applyAsync("diagnostics.record", "{\"args\":[\"" + key + "\",4]}"), key);
        }
        server.lines().awaitMany("begun", PATIENCE, SLOTS, line -> isOf(keys, line, "task_started"));

        new ManagementCli(server).run("/deployment=abakus-sample.ear:redeploy");

        server.lines().awaitMany("ended", PATIENCE, TASKS, line -> isOf(keys, line, "task_succeeded"));
        assertThat(server.lines().where(line -> isOf(keys, line, "task_started")))
                .as("each has begun once, also those that were running")
                .hasSize(TASKS);
        for (String key : keys.values()) {
            assertThat(Ledger.of(server).rows(key)).as(key).hasSize(1);
        }
    }

    private static boolean isOf(Map<String, String> keys, Line line, String event) {
        return line.event().equals(event) && keys.containsKey(line.get("task_id"));
    }
}
