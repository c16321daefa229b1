package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.ServerDefaults;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.testing.MapSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The log context in messages that an application sends and receives itself. */
@ExtendWith(EmbeddedBroker.class)
class MessageLogContextTest {

    private static final MessageConfig LIMITS = TaskSystemConfig.read(
                    new MapSource(Map.of()), ServerDefaults.NONE, new StartupProblems())
            .message();

    private final JMSContext jms = EmbeddedBroker.connections().createContext();
    private final Queue queue = jms.createQueue("plain." + UUID.randomUUID());
    private final MessageLogContext contexts =
            new MessageLogContext(LIMITS, new ContextCarrier(LIMITS, Redaction.standard())::pack);

    @AfterEach
    void disconnect() {
        jms.close();
    }

    @Test
    void a_message_carries_the_senders_context_to_whoever_binds_it() {
        try (LogScope scope = LogContext.bind("request_id", "r-1", "order_no", 7)) {
            jms.createProducer().send(queue, contexts.into(jms.createTextMessage("hei")));
        }

        Message received = jms.createConsumer(queue).receive(5_000);
        try (LogScope scope = contexts.bind(received)) {
            assertThat(LogContext.current().toMap())
                    .containsExactly(
                            Map.entry("request_id", "r-1"),
                            Map.entry("order_no", 7),
                            Map.entry("abakus_sender", "unknown"));
        }
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void a_producer_carries_the_context_of_its_last_call() throws JMSException {
        JMSProducer producer = jms.createProducer();
        try (LogScope scope = LogContext.bind("request_id", "r-1", "order_no", 7)) {
            contexts.into(producer).send(queue, "first");
        }
        try (LogScope scope = LogContext.bind("request_id", "r-2", "nothing", null)) {
            contexts.into(producer).send(queue, "second");
        }
        contexts.into(producer).send(queue, "third");

        assertThat(received()).containsEntry("request_id", "r-1").containsEntry("order_no", 7);
        assertThat(received()).containsEntry("request_id", "r-2").doesNotContainKeys("order_no", "nothing");
        assertThat(received()).containsOnlyKeys("abakus_sender");
    }

    @Test
    void secrets_stay_here_and_long_contexts_are_cut() throws JMSException {
        try (LogScope scope = LogContext.bind("password", "hush", "long", "x".repeat(100_000), "kept", true)) {
            contexts.into(jms.createProducer()).send(queue, "hei");
        }

        Map<String, Object> received = received();
        assertThat(received).containsEntry("kept", true).containsEntry("context_truncated", 1);
        assertThat(received.toString()).doesNotContain("hush");
    }

    @Test
    void a_stranger_can_neither_name_itself_nor_lower_the_level() throws JMSException {
        TextMessage message = jms.createTextMessage("hei");
        message.setStringProperty("abakus_ctx_abakus_sender", "operator");
        message.setStringProperty("abakus_ctx_log_level", "debug");
        for (int i = 0; i < 5_000; i++) {
            message.setStringProperty("abakus_ctx_k" + i, "v");
        }
        jms.createProducer().send(queue, message);

        assertThat(received())
                .hasSizeLessThan(70)
                .containsEntry("abakus_sender", "unknown")
                .doesNotContainKey("log_level");
    }

    @Test
    void a_received_message_that_is_sent_on_stays_as_it_is() {
        jms.createProducer().send(queue, "hei");
        Message readOnly = jms.createConsumer(queue).receive(5_000);

        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            assertThat(contexts.into(readOnly)).isSameAs(readOnly);
        }
    }

    @Test
    void a_message_that_cannot_be_read_is_bound_as_unknown() {
        Message broken = (Message) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Message.class}, (proxy, method, args) -> {
                    throw new JMSException("no properties today");
                });

        try (LogScope scope = contexts.bind(broken)) {
            assertThat(LogContext.current().toMap()).containsExactly(Map.entry("abakus_sender", "unknown"));
        }
    }

    private Map<String, Object> received() {
        try (var consumer = jms.createConsumer(queue);
                LogScope scope = contexts.bind(consumer.receive(5_000))) {
            return LogContext.current().toMap();
        }
    }
}
