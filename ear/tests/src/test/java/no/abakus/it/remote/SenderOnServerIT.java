package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import no.abakus.it.Counted;
import no.abakus.it.CountedServlet;
import no.abakus.it.server.Applications;
import no.abakus.it.server.Line;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with {@code abakus-tasks-api} alone, beside an application with tasks. */
@Tag("long")
final class SenderOnServerIT {

    private static final int PORT_OFFSET = 1250;
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void it_sends_and_consumes_nothing(@TempDir Path folder) throws Exception {
        Path billing = Applications.war(folder, "billing", Counted.class, CountedServlet.class);
        Path sender = Applications.sender(folder, "sender", SendingServlet.class);
        try (Server server = Server.fresh("sender", PORT_OFFSET, billing, "--deploy", sender.toString())
                .launch()) {
            server.http().awaitStatus("/billing/counted", 200, BOOT);
            server.http().awaitStatus("/sender/sent", 200, BOOT);

            assertThat(server.http().post("/sender/sent?key=sent", "").status()).isEqualTo(200);

            Line ran = server.lines()
                    .await(
                            "the task",
                            PATIENCE,
                            line -> line.event().equals("counted")
                                    && line.get("key").equals("sent"));
            assertThat(ran.get("here")).isEqualTo("billing");
            assertThat(server.http().get("/billing/counted?queues").body())
                    .contains("abakus.billing.default")
                    .doesNotContain("sender");
            server.stop();
        }
    }
}
