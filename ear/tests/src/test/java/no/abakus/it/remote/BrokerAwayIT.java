package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import no.abakus.it.server.OnKilledServer;
import no.abakus.it.server.Server;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.remote.RemoteTasks;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The server crashes together with its broker: a program that sends gets an exception in time. When both are back, it
 * sends again.
 */
@Tag("long")
@OnKilledServer
final class BrokerAwayIT {

    private static final String PASSWORD = "batch-of-the-tests";

    /** The ten seconds of the standard policy, plus the delays of a slow test machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(13);

    @Test
    void a_sender_is_told_within_its_deadline_and_sends_again_when_it_is_back(Server server) throws Exception {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                RemoteTasks remote =
                        RemoteTasks.over(broker).login("batch", PASSWORD).connect()) {
            server.addUser("batch", PASSWORD, "abakus-client");
            send(remote.tasks());

            server.kill();
            long before = System.nanoTime();
            assertThatThrownBy(() -> send(remote.tasks()))
                    .isInstanceOf(OperationalException.class)
                    .hasMessageContaining("diagnostics.add");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(DEADLINE);

            server.start();
            send(remote.tasks());
            String id = server.operator().applyAsync("diagnostics.add", "{\"args\":[1,2],\"ignore_result\":false}");
            assertThat(server.operator()
                            .get("/abakus/api/results/" + id + "?wait=20")
                            .json()
                            .path("result")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    private static void send(Tasks tasks) {
        assertThat(tasks.callAll(List.of(
                        tasks.call("diagnostics.add").args(1, 2),
                        tasks.call("diagnostics.add").args(3, 4))))
                .hasSize(2);
    }
}
