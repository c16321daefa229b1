package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Applications;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of an application on one server, until the second takes over what the first has left. */
@Tag("by-hand") // It starts a server twice, and SeveralApplicationsIT and TakenOverIT have its parts.
final class TwoVersionsIT {

    private static final int PORT_OFFSET = 2950;
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TASKS = 5;

    @Test
    void each_runs_its_own_tasks_and_the_second_takes_over_those_of_the_first(@TempDir Path folder) throws Exception {
        Path first = Applications.war(folder, "shop-1", Counted.class, CountedServlet.class);
        Path second = Applications.war(folder, "shop-2", Counted.class, CountedServlet.class);
        String name = "two-versions";
        try (Server both = Server.fresh(name, PORT_OFFSET, first, "--deploy", second.toString())) {
            both.launch();
            both.http().awaitStatus("/shop-1/counted", 200, BOOT);
            both.http().awaitStatus("/shop-2/counted", 200, BOOT);
            send(both, "shop-1", "shop_2", "to-second");
            send(both, "shop-2", "shop_1", "to-first");
            assertRun(both, "to-second", "shop-2");
            assertRun(both, "to-first", "shop-1");

            both.undeploy(first);
            send(both, "shop-2", "shop_1", "left");
            both.stop();
            assertThat(both.lines()
                            .where(line -> line.event().equals("counted")
                                    && line.get("key").equals("left")))
                    .isEmpty();
        }
        try (Server after = Server.again(name, PORT_OFFSET, second, "--only", "-Dabakus.tasks.take-over=shop_1")) {
            after.launch();
            assertRun(after, "left", "shop-2");
            assertThat(after.http().get("/shop-2/counted").body())
                    .as("dead letters")
                    .isEqualTo("0");
            after.stop();
        }
    }

    private static void send(Server server, String from, String to, String key) throws InterruptedException {
        assertThat(server.http()
                        .post("/" + from + "/counted?count=" + TASKS + "&key=" + key + "&to=" + to, "")
                        .status())
                .isEqualTo(200);
    }

    private static void assertRun(Server server, String key, String here) throws InterruptedException {
        assertThat(server.lines()
                        .awaitMany(
                                "tasks with the key " + key,
                                PATIENCE,
                                TASKS,
                                line -> line.event().equals("counted")
                                        && line.get("key").equals(key)))
                .allSatisfy(line -> assertThat(line.get("here")).isEqualTo(here));
    }
}
