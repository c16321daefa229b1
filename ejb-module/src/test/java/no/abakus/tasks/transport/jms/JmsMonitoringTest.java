package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.MonitoringEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Monitoring events as a program on the topic sees them, as {@code docs/events.md} describes. */
@ExtendWith(EmbeddedBroker.class)
class JmsMonitoringTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:00:00.250Z");

    private static MonitoringEvent event(String type, Map<String, Object> fields) {
        return new MonitoringEvent(type, "node-a", AT, fields);
    }

    @Test
    void a_watcher_selects_what_it_wants_and_reads_json() throws Exception {
        try (JMSContext jms = EmbeddedBroker.connections().createContext();
                JMSConsumer failures = jms.createConsumer(
                        jms.createTopic(QueueNames.PLAIN.topicAtBroker(JmsMonitoring.TOPIC)),
                        "JMSType = 'task-failed' AND abakus_ctx_request_id = 'r-1'")) {
            new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN)
                    .monitoring()
                    .tell(List.of(
                            event("task-sent", Map.of("uuid", "1", "request_id", "r-1")),
                            event("task-failed", Map.of("uuid", "2", "request_id", "r-2")),
                            event(
                                    "task-failed",
                                    Map.of("uuid", "3", "name", "mail.send", "request_id", "r-1", "runtime", 0.5))));

            TextMessage found = (TextMessage) failures.receive(5_000);
            JsonNode body = new ObjectMapper().readTree(found.getText());

            assertThat(body.path("type").asText()).isEqualTo("task-failed");
            assertThat(body.path("timestamp").asDouble()).isEqualTo(AT.toEpochMilli() / 1000.0);
            assertThat(body.path("uuid").asText()).isEqualTo("3");
            assertThat(body.path("runtime").asDouble()).isEqualTo(0.5);
            assertThat(found.getStringProperty("abakus_task")).isEqualTo("mail.send");
            assertThat(found.getStringProperty("abakus_node")).isEqualTo("node-a");
            assertThat(found.getJMSDeliveryMode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
            assertThat(found.getJMSExpiration()).isPositive();
            assertThat(failures.receiveNoWait()).isNull();
        }
    }

    @Test
    void a_broker_out_of_reach_is_an_operational_exception() {
        assertThatThrownBy(() -> new JmsTransport(EmbeddedBroker.unreachable(), TaskClock.system(), QueueNames.PLAIN)
                        .monitoring()
                        .tell(List.of(event("task-sent", Map.of()))))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("did not take 1 monitoring events");
    }
}
