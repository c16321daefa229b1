package no.abakus.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Line;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trace that the server starts for a request goes through the task that the request sends. */
@Tag("long")
final class TracesIT {

    private static final int PORT_OFFSET = 2560;
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WILDFLY_STARTED = "WFLYSRV0025";
    private static final String PEOPLE = "/host/api/people";
    private static final String WEIGH = "/host/api/weigh/json";

    @Test
    void lines_of_a_task_have_the_trace_that_the_server_began() throws Exception {
        Path war = Hosts.file(traced(Hosts.withTask(Hosts.withAbakus(Hosts.host("host.war")))));
        try (Server server = Server.fresh("traces", PORT_OFFSET, war).launch()) {
            server.http().awaitStatus(PEOPLE, 200, BOOT);
            if (server.product() == Product.WILDFLY) {
                // As we provision it, WildFly has no OpenTelemetry: the application has been deployed and runs without
                // it.
                assertThat(server.http().get(WEIGH).status()).isEqualTo(200);
                Line untraced = ended(server, 1);
                assertThat(untraced.get("trace_id")).isEmpty();
                addOpenTelemetry(server);
            }
            int before = server.lines().where(TracesIT::isEnd).size();

            assertThat(server.http().get(WEIGH).status()).isEqualTo(200);

            Line end = ended(server, before + 1);
            Line sent = server.lines()
                    .await(
                            "the send",
                            PATIENCE,
                            line -> line.event().equals("async_task_created")
                                    && line.get("request_id").equals(end.get("request_id")));
            assertThat(end.get("trace_id")).matches("[0-9a-f]{32}").isEqualTo(sent.get("trace_id"));
            assertThat(end.get("span_id"))
                    .as("the run's own span, not the request's")
                    .matches("[0-9a-f]{16}")
                    .isNotEqualTo(sent.get("span_id"));
            server.stop();
        }
    }

    private static Line ended(Server server, int count) throws InterruptedException {
        return server.lines()
                .awaitMany("the task's end", PATIENCE, count, TracesIT::isEnd)
                .get(count - 1);
    }

    private static boolean isEnd(Line line) {
        return line.event().equals("task_succeeded");
    }

    private static WebArchive traced(WebArchive war) {
        return war.addAsLibrary(
                        Path.of(System.getProperty("abakus.opentelemetry")).toFile(), "abakus-opentelemetry.jar")
                // Payara traces if the application asks for it. Nobody collects the spans; the lines show them.
                .addAsResource(
                        new StringAsset(
                                """
                                otel.sdk.disabled=false
                                otel.traces.exporter=none
                                otel.metrics.exporter=none
                                otel.logs.exporter=none
                                """),
                        "META-INF/microprofile-config.properties");
    }

    private static void addOpenTelemetry(Server server) throws InterruptedException {
        ManagementCli cli = new ManagementCli(server);
        cli.run("/extension=org.wildfly.extension.opentelemetry:add");
        cli.run("/subsystem=opentelemetry:add(sampler-type=on)");
        cli.run(":reload");
        await().atMost(BOOT).until(() -> server.lines().grep(WILDFLY_STARTED).size() > 1);
        server.http().awaitStatus(PEOPLE, 200, BOOT);
    }
}
