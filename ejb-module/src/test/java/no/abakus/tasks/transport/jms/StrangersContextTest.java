package no.abakus.tasks.transport.jms;

import static no.abakus.tasks.transport.jms.Stranger.BODY;
import static no.abakus.tasks.transport.jms.Stranger.required;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.transport.jms.Stranger.Filling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The context in messages that others put into our queues: it is bounded, and not trusted. */
@ExtendWith(EmbeddedBroker.class)
class StrangersContextTest {

    private final Stranger stranger = new Stranger();
    private final JMSContext jms = stranger.jms;
    private final Workbench bench = stranger.bench;

    @AfterEach
    void disconnect() {
        jms.close();
    }

    @Test
    void the_context_of_a_stranger_says_so_and_lowers_no_level() throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            message.setStringProperty("abakus_ctx_current_user", "root");
            message.setStringProperty("abakus_ctx_abakus_sender", "operator");
            message.setStringProperty("abakus_ctx_log_level", "debug");
        });

        assertThat(contextOfTheOnlyTask())
                .containsEntry("current_user", "root")
                .containsEntry("abakus_sender", "unknown")
                .doesNotContainKey("log_level");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_context_is_bounded_on_arrival_as_it_is_on_sending(boolean listed) throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            for (int i = 0; i < 5_000; i++) {
                message.setStringProperty("abakus_ctx_k" + i, "v");
            }
            if (listed) {
                message.setStringProperty(
                        "abakus_context",
                        IntStream.range(0, 5_000).mapToObj(i -> "k" + i).collect(Collectors.joining(" ")));
            }
        });

        Map<String, Object> context = contextOfTheOnlyTask();
        assertThat(context).hasSizeBetween(64, 67).containsKey("context_truncated");
    }

    @Test
    void the_values_of_a_context_are_bounded_as_well() throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            message.setStringProperty("abakus_context", "request_id first second");
            message.setStringProperty("abakus_ctx_request_id", "r-1");
            message.setStringProperty("abakus_ctx_first", "x".repeat(8_000));
            message.setStringProperty("abakus_ctx_second", "y".repeat(8_000));
        });

        assertThat(contextOfTheOnlyTask())
                .containsEntry("request_id", "r-1")
                .containsKey("first")
                .doesNotContainKey("second")
                .containsEntry("context_truncated", 1);
    }

    private Map<String, Object> contextOfTheOnlyTask() {
        return bench.events()
                .only(TaskEvent.Started.class)
                .delivery()
                .message()
                .context()
                .toMap();
    }

    private void send(Message message, Filling filling) throws JMSException {
        stranger.send(message, filling);
    }
}
