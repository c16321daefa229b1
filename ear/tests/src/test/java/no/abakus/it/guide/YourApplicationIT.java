package no.abakus.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project of {@code docs/your-application.md}, exactly as the document shows it, on the server that the scripts
 * provision. The test adds one class to it, which does what Flyway does at the first start of an application.
 */
@Tag("long")
final class YourApplicationIT {

    private static final int PORT_OFFSET = 2500;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long MOST_BYTES = 4_000_000;
    private static final String SOURCES = "src/main/java/com/example/shop/";

    @TempDir
    private static Path folder;

    private static Guide guide;
    private static OfflineMaven maven;

    @BeforeAll
    static void readTheDocument() throws Exception {
        guide = Guide.of("your-application.md");
        maven = OfflineMaven.in(folder.resolve("maven"));
    }

    @Test
    void the_war_runs_its_task_and_leaves_the_applications_database_to_the_application() throws Exception {
        Path project = folder.resolve("shop");
        guide.write("shop", project);
        try (var source = getClass().getResourceAsStream("/guide/FirstStart.java.txt")) {
            Files.copy(source, project.resolve(SOURCES + "FirstStart.java"));
        }
        package_(project);
        assertThat(Files.size(project.resolve("target/shop.war")))
                .as("bytes of an archive for JSON alone")
                .isLessThanOrEqualTo(MOST_BYTES);

        try (Server server = Server.fresh("shop-war", PORT_OFFSET, project.resolve("target/shop.war"))
                .launch()) {
            server.http().awaitStatus("/shop/api/tables", 200, PATIENCE);
            runsItsTask(server, "/shop/api/orders/");

            assertThat(server.http().get("/shop/api/tables").body()).isEqualToIgnoringCase("shop_history");
            assertThat(server.lines().grep("tables_in_default_data_source")).isEmpty();
        }
    }

    @Test
    void the_ear_runs_its_task_and_has_the_console() throws Exception {
        Path project = folder.resolve("shop-ear");
        guide.write("shop-ear", project);
        guide.write("shop/src", project.resolve("web/src"));
        package_(project);

        try (Server server = Server.fresh("shop-ear", PORT_OFFSET + 10, project.resolve("ear/target/shop.ear"))
                .launch()) {
            server.http().awaitStatus("/abakus/api/health", 200, PATIENCE);
            runsItsTask(server, "/shop/api/orders/");

            assertThat(server.operator().get("/abakus/api/tasks").body()).contains("receipts.send");
            assertThat(server.operator().get("/abakus/api/queues").body()).contains("\"receipts\"");
        }
    }

    private static void package_(Path project) throws Exception {
        OfflineMaven.Outcome built = maven.run(project, "-q", "package");
        assertThat(built.code()).as(built.output()).isZero();
    }

    private static void runsItsTask(Server server, String orders) throws InterruptedException {
        Http http = server.http().with("X-Request-ID", "guide-1");
        String soon = http.post(orders + "7", "").body();
        String later = http.post(orders + "8/later", "").body();

        assertThat(http.get(orders + "receipts/" + soon).body()).isEqualTo("receipt 7 for ann@example.com");
        assertThat(http.get(orders + "receipts/" + later).body()).isEqualTo("receipt 8 for ann@example.com");
        Line line = server.lines()
                .await(
                        "receipt_sent of " + soon,
                        PATIENCE,
                        each -> each.event().equals("receipt_sent")
                                && each.get("task_id").equals(soon));
        assertThat(line.get("request_id")).isEqualTo("guide-1");
    }
}
