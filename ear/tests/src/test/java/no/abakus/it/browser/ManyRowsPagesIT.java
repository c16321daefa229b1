package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Case 12: a hundred thousand executions in the history, while a hundred a second arrive. */
@EnabledIfSystemProperty(
        named = "abakus.server",
        matches = "wildfly",
        disabledReason = "The rows are written to the place of WildFly's database")
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
@Tag("by-hand")
final class ManyRowsPagesIT {

    private static final String NAME = "many-rows";
    private static final int PORT_OFFSET = 1260;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int ROWS = 100_000;
    private static final int PAGE = 50;
    private static final int PAGES = 20;
    private static final int A_SECOND = 100;
    private static final int MILLIS_BETWEEN = 10;
    private static final int MOST_ELEMENTS = 2_000;

    /** The upper bits of a key are the time in milliseconds. */
    private static final int BELOW_MILLIS = 21;

    private static final String SEED =
            "INSERT INTO abakus_history (id, task_id, execution, task, queue, node, state, started_at, ended_at,"
                    + " waited_ms, took_ms, root_id, request_id, weight, retryable)"
                    + " SELECT CAST(? AS BIGINT) + x * " + ((long) MILLIS_BETWEEN << BELOW_MILLIS)
                    + ", 'seeded-' || x, 0, 'mail.send', 'default', 'seed', 'SUCCESS', ended, ended,"
                    + " 1, 1, 'seeded-' || x, 'request-' || x, 1, FALSE FROM (SELECT x, DATEADD(MILLISECOND, x * "
                    + MILLIS_BETWEEN + ", CAST(? AS TIMESTAMP(6) WITH TIME ZONE)) AS ended FROM SYSTEM_RANGE(1, "
                    + ROWS + ")) AS seeded";

    private static final String IDS = "return [...document.querySelectorAll('table[aria-label=Executions] tbody a')]"
            + ".map(a => a.getAttribute('href')).filter(href => href.startsWith('#/tasks/'))"
            + ".map(href => decodeURIComponent(href.slice('#/tasks/'.length)))";

    @Test
    void twenty_pages_have_each_row_once_while_others_arrive(Browser browser) throws Exception {
        try (Server empty = Server.fresh(NAME, PORT_OFFSET).start()) {
            empty.stop();
            seed(empty.base().resolve("data/abakus/system"));
        }
        try (Server server =
                Server.again(NAME, PORT_OFFSET, Server.applicationArchive()).start()) {
            Page page = browser.asOperator(server, "tasks").page();
            page.until("the first page", same -> ids(browser).size() == PAGE);
            List<String> seen = new ArrayList<>();
            // From the second page on, the first one does not refresh; what arrives is before its first row.
            scroll(browser, page, seen, 1);
            ScheduledExecutorService senders = Executors.newSingleThreadScheduledExecutor();
            ScheduledFuture<?> sending =
                    senders.scheduleAtFixedRate(() -> send(server.operator()), 0, 1, TimeUnit.SECONDS);
            try {
                await("arrivals").atMost(PATIENCE).until(() -> failed(server) > A_SECOND);
                scroll(browser, page, seen, PAGES - 1);
            } finally {
                sending.cancel(false);
                senders.shutdown();
            }

            assertThat(seen)
                    .isEqualTo(IntStream.range(0, (PAGES + 1) * PAGE)
                            .mapToObj(i -> "seeded-" + (ROWS - i))
                            .toList());
            page.button("Newest").click();
            page.until("what has arrived", same -> ids(browser).stream().noneMatch(id -> id.startsWith("seeded-")));
        }
    }

    /** Writes rows that ended one after the other, the last of them a moment ago. */
    private static void seed(Path database) throws SQLException {
        Instant begin = Instant.now().minusMillis((long) ROWS * MILLIS_BETWEEN);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database, "sa", "sa");
                PreparedStatement seed = connection.prepareStatement(SEED)) {
            seed.setLong(1, begin.toEpochMilli() << BELOW_MILLIS);
            seed.setObject(2, begin.atOffset(ZoneOffset.UTC));
            assertThat(seed.executeUpdate()).isEqualTo(ROWS);
        }
    }

    /** Loads more pages and collects each id once. */
    private static void scroll(Browser browser, Page page, List<String> seen, int pages) {
        for (int i = 0; i < pages; i++) {
            List<String> rows = ids(browser);
            String last = rows.get(rows.size() - 1);
            page.button("More").click();
            page.until("the next page", same -> {
                List<String> now = ids(browser);
                return !now.isEmpty() && !now.get(now.size() - 1).equals(last);
            });
            rows.stream().filter(id -> !seen.contains(id)).forEach(seen::add);
            ids(browser).stream().filter(id -> !seen.contains(id)).forEach(seen::add);
            assertThat((Long) browser.script("return document.querySelectorAll('*').length"))
                    .isLessThan(MOST_ELEMENTS);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Browser browser) {
        return (List<String>) browser.script(IDS);
    }

    private static void send(Http operator) {
        try {
            operator.applyAsync(
                    "diagnostics.spawn_many",
                    "{\"args\":[\"diagnostics.fail\",[\"one that arrives\"]," + A_SECOND + ",\"" + Instant.now()
                            + "\"]}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int failed(Server server) throws InterruptedException {
        return server.operator()
                .get("/abakus/api/executions?q=task:diagnostics.fail")
                .json()
                .at("/total/value")
                .asInt();
    }
}
