package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.abakus.it.server.Applications;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three applications with the task system on one server: two EARs and a WAR. */
@Tag("long")
final class SeveralApplicationsIT {

    private static final int PORT_OFFSET = 2750;
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TASKS = 20;
    private static final int FEW = 3;
    private static final String OK = "counted";

    /** Random restarts and redeployments after the first start: {@code -Dabakus.applications.rounds=20} finds rarer races. */
    private static final int ROUNDS = Integer.getInteger("abakus.applications.rounds", 3);

    /** {@code -Dabakus.applications.seed} of a run that failed repeats its choices. */
    private static final int SEED = Integer.getInteger("abakus.applications.seed", 7);

    private enum Round {
        KILL,
        RESTART,
        REDEPLOY,
        UNDEPLOY;

        /** Each kind of deployment comes once at first. From then on, the kinds are random. */
        static Round of(int number, Random random) {
            return switch (number) {
                case 1 -> REDEPLOY;
                case 2 -> UNDEPLOY;
                default -> values()[random.nextInt(values().length)];
            };
        }
    }

    @Test
    void each_task_runs_in_its_application_whatever_is_restarted_or_redeployed(@TempDir Path folder) throws Exception {
        Map<String, Path> archives = new LinkedHashMap<>();
        archives.put("billing", Applications.ear(folder, "billing", Counted.class, CountedServlet.class));
        archives.put("orders", Applications.ear(folder, "orders", Counted.class, CountedServlet.class));
        archives.put("shop", Applications.war(folder, "shop", Counted.class, CountedServlet.class));
        List<String> names = List.copyOf(archives.keySet());
        Random random = new Random(SEED);
        try (Server server = Server.fresh(
                "applications",
                PORT_OFFSET,
                archives.get("billing"),
                "--deploy",
                archives.get("orders").toString(),
                "--deploy",
                archives.get("shop").toString())) {
            server.launch();
            assertEachTaskRunsWhereItWasMeant(server, names, "start");
            for (int i = 1; i <= ROUNDS; i++) {
                Round round = Round.of(i, random);
                String which = names.get(random.nextInt(names.size()));
                String key = i + "-" + round + "-" + which;
                happen(server, round, which, archives.get(which), key, names);
                assertEachTaskRunsWhereItWasMeant(server, names, key);
            }
            assertThat(server.http().get("/shop/counted?queues").body().lines())
                    .as("the broker's queues, as any of the applications lists them")
                    .contains("abakus.billing.default", "abakus.orders.default", "abakus.shop.default");
            server.stop();
        }
    }

    /**
     * Tasks that wait when their application stops run when it is back. A kill may lose the line of a task that has
     * run.
     */
    private static void happen(Server server, Round round, String which, Path archive, String key, List<String> names)
            throws IOException, InterruptedException {
        switch (round) {
            case KILL -> {
                server.kill();
                server.launch();
            }
            case RESTART -> {
                server.stop();
                server.launch();
            }
            case REDEPLOY -> {
                for (String name : names) {
                    send(server.http(), name, name, TASKS, "during-" + key);
                }
                server.redeploy(archive);
                awaitTasks(server, names.size() * TASKS, "during-" + key);
            }
            case UNDEPLOY -> {
                server.undeploy(archive);
                for (String name : names) {
                    if (!name.equals(which)) {
                        send(server.http(), name, which, FEW, "without-" + key);
                        send(server.http(), name, name, TASKS, "meanwhile-" + key);
                    }
                }
                awaitTasks(server, (names.size() - 1) * TASKS, "meanwhile-" + key);
                server.deployAgain(archive);
                awaitTasks(server, (names.size() - 1) * FEW, "without-" + key);
            }
        }
    }

    private static void assertEachTaskRunsWhereItWasMeant(Server server, List<String> names, String key)
            throws InterruptedException {
        for (String name : names) {
            server.http().awaitStatus("/" + name + "/counted", 200, BOOT);
        }
        for (int i = 0; i < names.size(); i++) {
            String other = names.get((i + 1) % names.size());
            send(server.http(), names.get(i), names.get(i), TASKS, "after-" + key);
            send(server.http(), names.get(i), other, FEW, "after-" + key);
        }
        awaitTasks(server, names.size() * (TASKS + FEW), "after-" + key);
        assertThat(server.lines().where(line -> line.event().equals(OK)))
                .as("tasks since the last start of the server, by application")
                .allSatisfy(line -> assertThat(line.get("here")).isEqualTo(line.get("meant")));
        for (String name : names) {
            assertThat(server.http().get("/" + name + "/counted").body())
                    .as("dead letters of %s", name)
                    .isEqualTo("0");
        }
        assertThat(server.lines().where(line -> line.event().equals("task_rejected")))
                .isEmpty();
    }

    private static void send(Http http, String from, String to, int count, String key) throws InterruptedException {
        assertThat(http.post("/" + from + "/counted?count=" + count + "&key=" + key + "&to=" + to, "")
                        .status())
                .isEqualTo(200);
    }

    private static void awaitTasks(Server server, int count, String key) throws InterruptedException {
        server.lines().awaitMany("tasks that ran", PATIENCE, count, line -> isOf(line, key));
    }

    private static boolean isOf(Line line, String key) {
        return line.event().equals(OK) && key.equals(line.get("key"));
    }
}
