package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.ScriptedHandler;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that others put into our queues: what can be read is run, and all else is set aside with the reason. */
@ExtendWith(EmbeddedBroker.class)
class StrangersMessagesTest {

    static class Mailer {
        private final List<String> sent = new ArrayList<>();

        @AbakusTask(name = "mail.send")
        public void send(String to) {
            sent.add(to);
        }
    }

    /** Fills a message before it is sent. */
    private interface Filling {
        void fill(Message message) throws JMSException;
    }

    private static final String BODY = "{\"args\":[\"a@b.no\"]}";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final String queue = "strangers." + UUID.randomUUID();
    private final String graveyard = "dead." + UUID.randomUUID();
    private final JmsHarness harness = new JmsHarness(graveyard);
    private final Mailer mailer = new Mailer();
    private final Workbench bench = Workbench.of(mailer);
    private JMSContext jms;

    @BeforeEach
    void connect() {
        jms = EmbeddedBroker.connections().createContext();
    }

    @AfterEach
    void disconnect() {
        jms.close();
    }

    @Test
    void the_three_required_properties_and_a_body_are_a_task() throws JMSException {
        send(jms.createTextMessage(BODY), StrangersMessagesTest::required);

        assertThat(mailer.sent).containsExactly("a@b.no");
        assertThat(burials()).isEmpty();
    }

    @Test
    void a_bytes_message_of_json_is_a_task() throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(BODY.getBytes(StandardCharsets.UTF_8));

        send(message, StrangersMessagesTest::required);

        assertThat(mailer.sent).containsExactly("a@b.no");
    }

    @Test
    void numbers_may_be_text_and_context_keys_need_no_list() throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            message.setStringProperty("abakus_retries", "2");
            message.setStringProperty("abakus_version", "1");
            message.setStringProperty("abakus_ctx_request_id", "r-1");
            message.setStringProperty("abakus_ctx_user$002dagent", "curl");
        });

        TaskEvent.Started started = bench.events().only(TaskEvent.Started.class);
        assertThat(started.delivery().message().retries()).isEqualTo(2);
        assertThat(started.delivery().message().context().toMap())
                .containsEntry("request_id", "r-1")
                .containsEntry("user-agent", "curl");
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

    @Test
    void an_object_message_is_never_opened() throws JMSException {
        ObjectMessage message = jms.createObjectMessage(new ArrayList<>(List.of("gadget")));

        Message dead = sendToItsDeath(message, StrangersMessagesTest::required, "message-type");

        assertThat(dead.getStringProperty("abakus_dead_detail"))
                .contains("ObjectMessage")
                .contains("TextMessage or a BytesMessage");
        assertThat(((ObjectMessage) dead).getObject()).isEqualTo(List.of("gadget"));
    }

    @Test
    void a_map_message_keeps_its_map() throws JMSException {
        MapMessage message = jms.createMapMessage();
        message.setString("to", "a@b.no");

        Message dead = sendToItsDeath(message, StrangersMessagesTest::required, "message-type");

        assertThat(((MapMessage) dead).getString("to")).isEqualTo("a@b.no");
    }

    @Test
    void a_message_without_a_body_is_unreadable() throws JMSException {
        sendToItsDeath(jms.createMessage(), StrangersMessagesTest::required, "message-type");
    }

    @Test
    void an_empty_text_is_unreadable() throws JMSException {
        sendToItsDeath(jms.createTextMessage(), StrangersMessagesTest::required, "unreadable-body");
    }

    @ParameterizedTest
    @CsvSource({"abakus_id", "abakus_task", "abakus_content_type"})
    void a_required_property_that_is_missing_is_named(String property) throws JMSException {
        Message dead = sendToItsDeath(jms.createTextMessage(BODY), allBut(property), "missing-property");

        assertThat(dead.getStringProperty("abakus_dead_detail"))
                .isEqualTo(
                        "The message has no property " + property + ", which every task has; see docs/wire-format.md");
        TaskEvent.Unreadable told = bench.events().only(TaskEvent.Unreadable.class);
        assertThat(told.queue()).isEqualTo(queue);
        assertThat(told.messageId()).startsWith("ID:");
    }

    static Stream<Arguments> textsThatFitNowhere() {
        return Stream.of(
                        "abakus_id",
                        "abakus_task",
                        "abakus_root_id",
                        "abakus_parent_id",
                        "abakus_token",
                        "abakus_origin",
                        "abakus_shadow",
                        "abakus_content_type",
                        "abakus_compression",
                        "abakus_exchange",
                        "abakus_routing_key",
                        "abakus_hold_grant",
                        "JMSXGroupID")
                .flatMap(property -> Stream.of(
                                "i".repeat(256), "\ud83d\ude00".repeat(128), "nul\u0000", "half \ud800", "a\nb")
                        .map(text -> Arguments.of(property, text)));
    }

    @ParameterizedTest
    @MethodSource("textsThatFitNowhere")
    void a_text_that_no_database_or_console_takes_is_an_invalid_property(String property, String text)
            throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty("abakus_hold_until", "2026-01-01T00:00:00Z");
                    message.setStringProperty(property, text);
                },
                "invalid-property");

        assertThat(dead.getStringProperty("abakus_dead_detail"))
                .contains(property)
                .doesNotContain("\u0000", "\ud800")
                .hasSizeLessThan(300);
    }

    @Test
    void a_correlation_id_is_bounded_as_well() throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setJMSCorrelationID("c".repeat(256));
                },
                "invalid-property");
    }

    @Test
    void the_longest_id_is_a_task() throws JMSException {
        send(jms.createTextMessage(BODY), message -> {
            required(message);
            message.setStringProperty("abakus_id", "i".repeat(255));
        });

        assertThat(mailer.sent).containsExactly("a@b.no");
    }

    @ParameterizedTest
    @CsvSource({
        "abakus_version, 2, wire-version",
        "abakus_version, 0, wire-version",
        "abakus_version, one, invalid-property",
        "abakus_retries, many, invalid-property",
        "abakus_retries, -1, invalid-property",
        "abakus_retries, 99999999999, invalid-property",
        "abakus_eta, tomorrow, invalid-property",
        "abakus_content_type, application/x-java-serialized-object, content-type",
        "abakus_task, mail.sent, unknown-task",
    })
    void a_property_that_says_nonsense_is_the_reason(String property, String value, String reason) throws JMSException {
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty(property, value);
                },
                reason);

        assertThat(dead.getStringProperty("abakus_dead_detail")).contains(value);
        assertThat(dead.getStringProperty(property)).isEqualTo(value);
        assertThat(((TextMessage) dead).getText()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_property_of_the_wrong_type_is_the_reason(boolean value) throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setBooleanProperty("abakus_retries", value);
                },
                "invalid-property");
    }

    @Test
    void broken_json_is_kept_to_the_letter() throws JMSException {
        String broken = "{\"args\":[\"æ\",";

        Message dead =
                sendToItsDeath(jms.createTextMessage(broken), StrangersMessagesTest::required, "unreadable-body");

        assertThat(((TextMessage) dead).getText()).isEqualTo(broken);
    }

    @Test
    void a_text_of_ten_megabytes_is_too_large_and_kept() throws JMSException {
        String large = "{\"args\":[\"" + "x".repeat(TEN_MEGABYTES) + "\"]}";

        Message dead = sendToItsDeath(jms.createTextMessage(large), StrangersMessagesTest::required, "too-large");

        assertThat(((TextMessage) dead).getText()).isEqualTo(large);
        assertThat(dead.getStringProperty("abakus_dead_detail")).contains("abakus.tasks.message.max-body-size");
    }

    @Test
    void ten_megabytes_of_bytes_are_too_large_and_kept() throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(new byte[TEN_MEGABYTES]);

        Message dead = sendToItsDeath(message, StrangersMessagesTest::required, "too-large");

        assertThat(((BytesMessage) dead).getBodyLength()).isEqualTo(TEN_MEGABYTES);
    }

    @Test
    void a_dead_letter_keeps_headers_and_properties_in_their_types() throws JMSException {
        Instant before = Instant.now();
        Message dead = sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    message.setJMSType("mail.send");
                    message.setJMSCorrelationID("c-1");
                    message.setStringProperty("text", "å");
                    message.setIntProperty("int", 1);
                    message.setLongProperty("long", 2L);
                    message.setDoubleProperty("double", 0.5);
                    message.setBooleanProperty("boolean", true);
                    message.setObjectProperty("nothing", null);
                },
                "missing-property");

        assertThat(dead.getJMSType()).isEqualTo("mail.send");
        assertThat(dead.getJMSCorrelationID()).isEqualTo("c-1");
        assertThat(dead.getJMSPriority()).isEqualTo(6);
        assertThat(dead.getObjectProperty("text")).isEqualTo("å");
        assertThat(dead.getObjectProperty("int")).isEqualTo(1);
        assertThat(dead.getObjectProperty("long")).isEqualTo(2L);
        assertThat(dead.getObjectProperty("double")).isEqualTo(0.5);
        assertThat(dead.getObjectProperty("boolean")).isEqualTo(true);
        assertThat(dead.propertyExists("nothing")).isTrue();
        assertThat(dead.getStringProperty("abakus_dead_queue")).isEqualTo(queue);
        assertThat(dead.getStringProperty("abakus_dead_node")).isEqualTo(JmsHarness.NODE);
        assertThat(Instant.parse(dead.getStringProperty("abakus_dead_at"))).isBetween(before, Instant.now());
    }

    @Test
    void a_dead_letter_of_a_delayed_message_is_there_at_once() throws JMSException {
        jms.createProducer().setDeliveryDelay(200).setTimeToLive(60_000).send(destination(), "no task");

        assertThat(harness.deliverNext(queue, bench.worker())).isTrue();

        assertThat(burials()).hasSize(1);
        assertThat(burials().get(0).getJMSExpiration()).isZero();
    }

    @Test
    void a_message_that_died_twice_tells_of_the_last_time() throws JMSException {
        sendToItsDeath(
                jms.createTextMessage(BODY),
                message -> {
                    required(message);
                    message.setStringProperty("abakus_content_type", "text/csv");
                    message.setStringProperty("abakus_dead_reason", "too-large");
                    message.setStringProperty("abakus_dead_queue", "another");
                },
                "content-type");

        assertThat(burials().get(0).getStringProperty("abakus_dead_queue")).isEqualTo(queue);
    }

    @Test
    void a_long_detail_is_cut() throws JMSException {
        Message message = jms.createTextMessage(BODY);
        required(message);
        jms.createProducer().send(destination(), message);
        harness.deliverNext(
                queue,
                ScriptedHandler.of(delivery ->
                        new Settlement.DeadLetter(new Rejection(Rejection.Reason.REFUSED, "x".repeat(50_000)))));

        Message dead = burials().get(0);
        assertThat(dead.getStringProperty("abakus_dead_detail")).hasSize(4001).endsWith("…");
    }

    @Test
    void a_message_goes_back_to_the_broker_if_it_cannot_be_buried() throws JMSException {
        ConnectionFactory nobody = EmbeddedBroker.unreachable();
        JmsDeliveries deliveries = new JmsDeliveries(
                new MessageConfig(1024, 64, 8192, 0, 0),
                bench.worker(),
                new DeadLetters(nobody, graveyard, TaskClock.system(), JmsHarness.NODE),
                new GivenBack(nobody, TaskClock.system(), why -> false),
                new ConsumerMonitor(nobody, "abakus.default", () -> false),
                WorkGate.OPEN);

        TextMessage message = jms.createTextMessage("no task");

        assertThatThrownBy(() -> deliveries.receive(message, new ConsumedQueue()))
                .isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void a_probe_is_no_task_and_no_dead_letter() throws JMSException {
        send(jms.createTextMessage(""), message -> message.setJMSType("abakus.probe"));

        assertThat(bench.events().all()).isEmpty();
        assertThat(burials()).isEmpty();
    }

    @Test
    void what_was_not_read_is_logged_with_its_reason() throws JMSException {
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            send(jms.createTextMessage("no task"), message -> {});

            CapturedLines.Line line = lines.only("task_rejected");
            assertThat(line.fields())
                    .containsEntry("reason", "missing-property")
                    .containsEntry("queue", queue)
                    .containsKeys("detail", "message_id");
        }
    }

    private Message sendToItsDeath(Message message, Filling filling, String reason) throws JMSException {
        send(message, filling);
        assertThat(mailer.sent).isEmpty();
        assertThat(burials()).hasSize(1);
        Message dead = burials().get(0);
        assertThat(dead.getStringProperty("abakus_dead_reason")).isEqualTo(reason);
        return dead;
    }

    private void send(Message message, Filling filling) throws JMSException {
        filling.fill(message);
        jms.createProducer().setPriority(6).send(destination(), message);
        assertThat(harness.deliverNext(queue, bench.worker())).isTrue();
        assertThat(harness.deliverWhatIsThere(queue, bench.worker()))
                .as("still in its queue")
                .isFalse();
    }

    private List<Message> burials() throws JMSException {
        return JmsHarness.browse(jms, graveyard);
    }

    private jakarta.jms.Queue destination() {
        return jms.createQueue(QueueNames.atBroker(queue));
    }

    private static void required(Message message) throws JMSException {
        allBut("").fill(message);
    }

    private static Filling allBut(String missing) {
        return message -> {
            for (String[] property : new String[][] {
                {"abakus_id", "s-1"}, {"abakus_task", "mail.send"}, {"abakus_content_type", "application/json"}
            }) {
                if (!property[0].equals(missing)) {
                    message.setStringProperty(property[0], property[1]);
                }
            }
        };
    }
}
