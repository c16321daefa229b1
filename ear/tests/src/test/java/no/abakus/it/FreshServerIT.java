package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A provisioned server with the application: its warnings and ports, how many tasks it runs at a time, and what a stop does to them. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FreshServerIT {

    private static final String API = "/abakus/api/";
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

    /** The adapter of WildFly interrupts the bodies of a listener that it stops half a minute after the stop. */
    @Test
    void bodies_outlast_the_stop_of_their_listener() throws Exception {
        Assumptions.assumeTrue(Product.underTest() == Product.WILDFLY, "Payara cannot stop listeners");
        Http http = server.operator();
        Set<String> ids = new HashSet<>();
        for (String task : List.of("record", "record_transacted", "record_once")) {
            ids.add(http.applyAsync("diagnostics." + task, "{\"args\":[\"outlasts\",40],\"ignore_result\":false}"));
        }
        server.lines().awaitMany("starts", PATIENCE, ids.size(), line -> isOf(ids, line, "task_started"));

        JsonNode answer = accepted(http.post(API + "control/cancel-consumer", "{\"queue\":\"default\",\"timeout\":1}"));
        try {
            assertThat(ids).as("the order does not wait for them: %s", answer).allMatch(id -> state(id)
                    .equals("STARTED"));
            server.lines().awaitMany("ends", PATIENCE, ids.size(), line -> isOf(ids, line, "task_succeeded"));
            assertThat(ids).allMatch(id -> state(id).equals("SUCCESS"));
            assertThat(Ledger.of(server).rows("outlasts")).as("each ran once").hasSize(ids.size());
        } finally {
            accepted(http.post(API + "control/add-consumer", "{\"queue\":\"default\"}"));
        }
    }

    @Test
    void nothing_listens_where_nobody_needs_it() {
        assertThat(server.product().closedPorts()).noneMatch(server::listensAt);
        assertThat(server.product().ports()).allMatch(server::listensAt);
    }

    private String state(String id) {
        try {
            return server.operator()
                    .get(API + "results/" + id)
                    .json()
                    .path("state")
                    .asText();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode accepted(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
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
