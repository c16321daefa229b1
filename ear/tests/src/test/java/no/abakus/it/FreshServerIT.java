package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import no.abakus.it.server.Line;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A provisioned server with the application: its warnings at the start, and how many tasks it runs at a time. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FreshServerIT {

    private static final int PORT_OFFSET = 2700;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int AT_A_TIME = 5;
    private static final int TASKS = 12;
    private static final Set<String> QUIET = Set.of("debug", "info");

    /** Payara does not know maxSession, with which WildFly sizes a listener, and says so once for each kind of listener. */
    private static final List<String> OF_PAYARA = List.of("RAR8000", "RAR7097");

    private Server server;
    private List<Line> start;

    @BeforeAll
    void start() throws InterruptedException {
        server = Server.fresh("quiet", PORT_OFFSET, "-Dabakus.concurrency.default=" + AT_A_TIME)
                .start();
        server.lines().await("the server's own word", PATIENCE, line -> line.text()
                .contains(server.product().firstWord()));
        start = server.lines().all();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nothing_of_ours_is_warned_about() throws Exception {
        assertThat(start)
                .noneMatch(isWarning().and(isOurs(server.product())).and(FreshServerIT::isOfTheStart))
                .noneMatch(line -> line.text().contains("WFLYMSGAMQ0071"))
                .noneMatch(line -> line.text().contains("WFLYEJB0006"));
    }

    /** Each server takes the number from a place that the other does not read. */
    @Test
    void a_listener_runs_as_many_tasks_at_a_time_as_it_is_told() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < TASKS; i++) {
            ids.add(server.operator().applyAsync("diagnostics.sleep", "{\"args\":[3]}"));
        }
        server.lines().awaitMany("ends", PATIENCE, TASKS, line -> isOf(ids, line, "task_succeeded"));

        int running = 0;
        int most = 0;
        for (Line line : server.lines().all()) {
            if (isOf(ids, line, "task_started")) {
                running++;
                most = Math.max(most, running);
            } else if (isOf(ids, line, "task_succeeded")) {
                running--;
            }
        }
        assertThat(most).isEqualTo(AT_A_TIME);
    }

    private static boolean isOf(Set<String> ids, Line line, String event) {
        return line.event().equals(event) && ids.contains(line.get("task_id"));
    }

    private static Predicate<Line> isWarning() {
        return line -> !QUIET.contains(line.get("level"));
    }

    /**
     * This test polls the health until the server is up. Until then the responses say that it is not, and the server
     * logs them.
     */
    private static boolean isOfTheStart(Line line) {
        return !line.text().contains("request_path");
    }

    private static Predicate<Line> isOurs(Product product) {
        // The server names its own files, wherever this project is.
        String folder = System.getProperty("abakus.servers");
        return line -> line.text().replace(folder, "").toLowerCase(Locale.ROOT).contains("abakus")
                && (product != Product.PAYARA || OF_PAYARA.stream().noneMatch(line.text()::contains));
    }
}
