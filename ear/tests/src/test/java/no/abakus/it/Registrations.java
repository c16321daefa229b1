package no.abakus.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Assertions;

/** The sample, as webkom uses it. */
final class Registrations {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Http webkom;

    private Registrations(Http webkom) {
        this.webkom = webkom;
    }

    static Registrations on(Server server) {
        return new Registrations(server.http().as("webkom", "webkom"));
    }

    /** Creates an event with a pool for the group "users" and one for "abakus", which has no members. */
    String event(int capacityForUsers, int capacityForOthers) throws InterruptedException {
        Http.Answer answer = webkom.post(
                "/registrations/api/events",
                """
                {"title":"Bedriftspresentasjon","pools":[
                  {"name":"users","capacity":%d,"groups":["users"]},
                  {"name":"abakus","capacity":%d,"groups":["abakus"]}]}
                """
                        .formatted(capacityForUsers, capacityForOthers));
        Assertions.assertEquals(201, answer.status(), answer::body);
        return answer.json().path("id").asText();
    }

    void registerMany(String event, int count, Instant eta) throws InterruptedException {
        Http.Answer answer = webkom.post(
                "/registrations/api/events/" + event + "/registrations/batch",
                "{\"count\":%d,\"groups\":[\"users\"],\"eta\":\"%s\"}".formatted(count, eta));
        Assertions.assertEquals(202, answer.status(), answer::body);
    }

    JsonNode state(String event) throws InterruptedException {
        return webkom.get("/registrations/api/events/" + event).json();
    }

    /** Polls until at most this many are pending, and returns what it saw. */
    JsonNode awaitPending(String event, int atMost, Duration patience) {
        return await("at most " + atMost + " pending")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> state(event), state -> state.path("pending").asInt() <= atMost);
    }
}
