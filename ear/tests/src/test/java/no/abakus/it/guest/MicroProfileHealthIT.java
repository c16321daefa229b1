package no.abakus.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.ManagementCli;
import no.abakus.it.server.Product;
import no.abakus.it.server.Server;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server's MicroProfile Health knows a node's health if the application asks for it, and only then. */
@Tag("by-hand")
final class MicroProfileHealthIT {

    private static final int PORT_OFFSET = 2550;
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WILDFLY_STARTED = "WFLYSRV0025";
    private static final String READY = "/health/ready";

    @Test
    void a_node_with_tasks_is_ready_and_one_without_is_not() throws Exception {
        Path ready = Hosts.file(withChecks(Hosts.withTask(Hosts.withAbakus(Hosts.host("host.war")))));
        try (Server server = Server.fresh("health", PORT_OFFSET, ready).launch()) {
            server.http().awaitStatus("/host/api/people", 200, BOOT);
            assertThat(server.http().get("/host/api/weigh/json").status()).isEqualTo(200);
            Http health = health(server);

            awaitBody(health, READY, "abakus-ready", "\"broker\"", "\"database\"", "\"workers\"");
            health.awaitStatus(READY, 200, PATIENCE);
            assertThat(health.get(READY).body()).doesNotContain("DOWN");
            assertThat(health.get("/health/live").body())
                    .contains("abakus-live")
                    .doesNotContain("abakus-ready");
            assertThat(health.get("/health/started").body()).contains("abakus-started");
            server.stop();
        }
        Path taskless = Hosts.file(withChecks(Hosts.withAbakus(Hosts.host("host.war"))));
        try (Server server =
                Server.fresh("health-taskless", PORT_OFFSET, taskless).launch()) {
            server.http().awaitStatus("/host/api/people", 200, BOOT);
            Http health = health(server);

            awaitBody(health, READY, "abakus-ready", "DOWN");
            assertThat(health.get(READY).status()).isEqualTo(503);
            assertThat(health.get("/health/live").status()).isEqualTo(200);
            server.stop();
        }
    }

    @Test
    void a_host_that_did_not_ask_for_them_has_no_checks_of_abakus() throws Exception {
        Path war = Hosts.file(Hosts.withAbakus(Hosts.host("host.war")));
        try (Server server = Server.fresh("health-unasked", PORT_OFFSET, war).launch()) {
            server.http().awaitStatus("/host/api/people", 200, BOOT);
            Http health = health(server);

            health.awaitStatus(READY, 200, PATIENCE);
            assertThat(health.get("/health").body()).doesNotContain("abakus").doesNotContain("DOWN");
            server.stop();
        }
    }

    private static WebArchive withChecks(WebArchive war) {
        return war.addAsLibrary(
                Path.of(System.getProperty("abakus.microprofile-health")).toFile(), "abakus-microprofile-health.jar");
    }

    /**
     * Returns the server's own health. Payara has it. A WildFly as we provision it does not, so the application has
     * deployed without the API; then an operator adds it.
     */
    private static Http health(Server server) throws InterruptedException {
        if (server.product() == Product.PAYARA) {
            return server.http();
        }
        assertThat(server.management().get("/health/live").body()).doesNotContain("abakus");
        ManagementCli cli = new ManagementCli(server);
        cli.run("/extension=org.wildfly.extension.microprofile.health-smallrye:add");
        cli.run("/subsystem=microprofile-health-smallrye:add(security-enabled=false)");
        cli.run(":reload");
        await().atMost(BOOT).until(() -> server.lines().grep(WILDFLY_STARTED).size() > 1);
        server.http().awaitStatus("/host/api/people", 200, BOOT);
        return server.management();
    }

    private static void awaitBody(Http health, String path, String... parts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(health.get(path).body()).contains(parts));
    }
}
