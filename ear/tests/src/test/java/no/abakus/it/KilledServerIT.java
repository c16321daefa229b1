package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import no.abakus.it.server.Line;
import no.abakus.it.server.OnKilledServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens when the machine crashes. */
@Tag("long")
@OnKilledServer
final class KilledServerIT {

    @Test
    void registrations_that_were_draining_all_end_and_capacity_holds(Server server) throws Exception {
        Registrations registrations = Registrations.on(server);
        String event = registrations.event(100, 10);
        registrations.registerMany(event, 200, Instant.now().plusSeconds(1));
        JsonNode before = registrations.awaitPending(event, 190, Duration.ofMinutes(1));

        server.kill();
        assertThat(before.path("pending").asInt()).as("killed while it drained").isPositive();
        server.start();

        JsonNode after = registrations.awaitPending(event, 0, Duration.ofMinutes(1));
        assertThat(after.path("admitted").asInt()).isEqualTo(100);
        assertThat(after.path("waiting").asInt()).isEqualTo(100);
        assertThat(after.path("failed").asInt()).isZero();
        assertThat(after.at("/pools/0/admitted").asInt()).isEqualTo(100);
        assertThat(after.at("/pools/1/admitted").asInt()).isZero();
        server.stop();
        assertThat(server.lines()
                        .where(line -> line.event().contains(server.product().lastWord())))
                .as("its word that it stopped")
                .hasSize(1);
        assertThat(server.lines().all()).allMatch(Line::isJson);
    }
}
