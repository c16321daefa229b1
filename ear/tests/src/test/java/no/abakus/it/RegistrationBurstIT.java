package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many people register at the same moment. */
@OnSharedServer
@Tag("long")
final class RegistrationBurstIT {

    @Test
    void a_hundred_are_admitted_a_hundred_wait_and_nobody_gets_into_the_wrong_pool(Server server) throws Exception {
        Registrations registrations = Registrations.on(server);
        String event = registrations.event(100, 10);
        registrations.registerMany(event, 200, Instant.now().plusSeconds(2));

        JsonNode state = registrations.awaitPending(event, 0, Duration.ofMinutes(1));

        assertThat(state.path("admitted").asInt()).isEqualTo(100);
        assertThat(state.path("waiting").asInt()).isEqualTo(100);
        assertThat(state.path("failed").asInt()).isZero();
        assertThat(state.at("/pools/0/admitted").asInt()).isEqualTo(100);
        assertThat(state.at("/pools/1/admitted").asInt()).isZero();
    }

    /** One more than a broker may allow in a transaction. */
    @Test
    void a_thousand_and_one_who_are_sent_in_one_transaction_are_all_settled(Server server) throws Exception {
        Registrations registrations = Registrations.on(server);
        String event = registrations.event(1_001, 10);
        registrations.registerMany(event, 1_001, Instant.now().plusSeconds(2));

        JsonNode state = registrations.awaitPending(event, 0, Duration.ofMinutes(2));

        assertThat(state.path("admitted").asInt()).isEqualTo(1_001);
        assertThat(state.path("failed").asInt()).isZero();
    }
}
