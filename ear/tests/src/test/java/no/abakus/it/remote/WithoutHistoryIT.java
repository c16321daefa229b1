package no.abakus.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSContext;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator works on a server that keeps no history. */
@Tag("by-hand")
final class WithoutHistoryIT {

    private static final int PORT_OFFSET = 1170;
    private static final int LETTERS = 3;
    private static final String API = "/abakus/api/";
    private static final String PASSWORD = "careless-of-the-tests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void views_say_what_is_missing_and_dead_letters_are_handled_all_at_once() throws Exception {
        try (Server server = Server.fresh("without-history", PORT_OFFSET, "-Dabakus.tasks.history=off")
                .start()) {
            bury(server);
            Http http = server.operator();

            assertThat(http.get(API + "executions")
                            .json()
                            .at("/sources/memory/reason")
                            .asText())
                    .isEqualTo("off");
            assertThat(http.get(API + "overview")
                            .json()
                            .at("/sources/history/sentence")
                            .asText())
                    .startsWith("No history is kept");
            Http.Answer retry = http.post(API + "bulk", "{\"action\":\"retry\",\"q\":\"\"}");
            assertThat(retry.status()).isEqualTo(503);
            assertThat(retry.json().path("code").asText()).isEqualTo("history-unavailable");
            assertThat(retry.json().path("detail").asText()).startsWith("No history is kept");

            JsonNode preview = http.post(API + "bulk", "{\"action\":\"delete\",\"q\":\"task:diagnostics.add\"}")
                    .json();
            assertThat(preview.path("possible").asInt()).as(preview.toString()).isEqualTo(LETTERS);
            String bulk = API + "bulk/" + preview.path("bulk_id").asText();
            assertThat(http.post(bulk + "/start", "{}").status()).isEqualTo(202);
            await("all letters are deleted")
                    .atMost(PATIENCE)
                    .until(() -> http.get(bulk).json().path("state").asText().equals("done"));
            assertThat(http.get(bulk).json().path("done").asInt()).isEqualTo(LETTERS);
            assertThat(http.get(API + "dead-letters").json().at("/total/value").asInt())
                    .isZero();
        }
    }

    /** Sends tasks whose arguments do not fit, and waits until they are dead letters. */
    private static void bury(Server server) throws Exception {
        server.addUser("careless", PASSWORD, "abakus-client");
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(server.brokerUrl());
                JMSContext jms = broker.createContext("careless", PASSWORD)) {
            for (int i = 0; i < LETTERS; i++) {
                jms.createProducer()
                        .setProperty("abakus_id", "without-history-" + i)
                        .setProperty("abakus_task", "diagnostics.add")
                        .setProperty("abakus_content_type", "application/json")
                        .send(jms.createQueue("abakus.default"), "{\"args\":[\"one\"]}");
            }
        }
        server.lines()
                .awaitMany("rejections", PATIENCE, LETTERS, line -> line.event().equals("task_rejected"));
    }
}
