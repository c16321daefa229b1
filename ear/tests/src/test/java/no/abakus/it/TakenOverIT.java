package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Applications;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose tasks wait in the queues without its name, as a release before names has left them. */
@Tag("long")
final class TakenOverIT {

    private static final int PORT_OFFSET = 2900;
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SOON = 5;
    private static final int LATER = 3;

    @Test
    void what_waits_in_the_old_queues_and_in_the_table_is_taken_over_at_an_upgrade(@TempDir Path folder)
            throws Exception {
        Path shop = Applications.war(folder, "shop", Counted.class, CountedServlet.class);
        String name = "taken-over";
        try (Server before = Server.fresh(name, PORT_OFFSET, shop, "-Dabakus.tasks.application=abakus")) {
            before.launch();
            send(before, SOON, "soon", Duration.ofSeconds(40));
            send(before, LATER, "later", Duration.ofHours(1));
            assertThat(before.http()
                            .post("/shop/counted?pause=nightly.report", "")
                            .status())
                    .isEqualTo(200);
            // They are in the table when they are counted. Until then they may be in the old queue, which is also
            // correct.
            before.stop();
            assertThat(before.lines().where(line -> line.event().equals("counted")))
                    .as("tasks that ran before the upgrade")
                    .isEmpty();
        }
        try (Server after = Server.again(name, PORT_OFFSET, shop, "-Dabakus.tasks.take-over=abakus")) {
            after.launch();
            assertThat(after.lines().awaitMany("tasks of the old queue", PATIENCE, SOON, TakenOverIT::isSoon))
                    .hasSize(SOON);
            after.lines().await("all taken over", PATIENCE, line -> taken(after) == SOON + LATER);
            after.lines().await("the pause", PATIENCE, line -> line.event().equals("orders_taken_over"));
            assertThat(after.http().get("/shop/counted?paused").body()).isEqualTo("nightly.report");
            assertThat(after.http().get("/shop/counted").body())
                    .as("dead letters")
                    .isEqualTo("0");
            after.stop();
        }
    }

    private static void send(Server server, int count, String key, Duration countdown) throws InterruptedException {
        server.http().awaitStatus("/shop/counted", 200, BOOT);
        assertThat(server.http()
                        .post(
                                "/shop/counted?to=shop&count=" + count + "&key=" + key + "&countdown="
                                        + countdown.toSeconds(),
                                "")
                        .status())
                .isEqualTo(200);
    }

    private static boolean isSoon(Line line) {
        return line.event().equals("counted") && "soon".equals(line.get("key"));
    }

    private static int taken(Server server) {
        return server.lines().where(line -> line.event().equals("tasks_taken_over")).stream()
                .mapToInt(line -> Integer.parseInt(line.get("tasks")))
                .sum();
    }
}
