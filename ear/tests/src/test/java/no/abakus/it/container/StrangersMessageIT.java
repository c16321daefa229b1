package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/**
 * A message that another sender put on the queue ends up in the dead-letter queue with its reason, and the worker
 * continues.
 */
@ArquillianTest
@Execution(SAME_THREAD)
public class StrangersMessageIT {

    private static final long SOON = 20_000;

    /** The largest context, 8 KiB, and the fields of the line itself. */
    private static final int LONGEST_LINE = 12_000;

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    ConnectionFactory connections;

    @Inject
    Tasks tasks;

    @Inject
    Received received;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(StrangersMessageIT.class, Received.class, ServerFile.class);
    }

    @AfterEach
    void the_worker_goes_on() throws InterruptedException {
        tasks.delay(Received::receive, "still here");
        assertEquals("still here", received.next(SOON));
    }

    @Test
    void a_message_of_another_kind() throws Exception {
        assertEquals("message-type", reasonOf(task("1", "tests.receive"), JMSContext::createObjectMessage));
    }

    @Test
    void a_message_that_is_no_task() throws Exception {
        assertEquals("missing-property", reasonOf(JMSContext::createProducer, text("hello")));
    }

    @Test
    void a_task_that_nobody_knows() throws Exception {
        assertEquals("unknown-task", reasonOf(task("2", "no.such.task"), text("{\"args\":[\"x\"]}")));
    }

    @Test
    void broken_json() throws Exception {
        assertEquals("unreadable-body", reasonOf(task("3", "tests.receive"), text("{\"args\":[\"x\"")));
    }

    @Test
    void arguments_that_do_not_fit() throws Exception {
        assertEquals("arguments", reasonOf(task("4", "tests.receive"), text("{\"args\":[\"x\",\"y\"]}")));
    }

    @Test
    void a_content_type_that_is_not_accepted() throws Exception {
        assertEquals(
                "content-type",
                reasonOf(
                        jms -> task("5", "tests.receive")
                                .apply(jms)
                                .setProperty("abakus_content_type", "application/x-java-serialized-object"),
                        text("{}")));
    }

    @Test
    void ten_megabytes() throws Exception {
        String body = "{\"args\":[\"" + "x".repeat(10_000_000) + "\"]}";

        Message dead = deadLetterOf(task("6", "tests.receive"), text(body));

        assertEquals("too-large", dead.getStringProperty("abakus_dead_reason"));
        assertEquals(body.length(), ((TextMessage) dead).getText().length());
    }

    @Test
    void a_small_message_that_unpacks_to_millions_of_maps() throws Exception {
        byte[] body = compressed("{\"args\":[[" + "{},".repeat(2_790_000) + "1]]}");
        for (int i = 0; i < 16; i++) {
            String id = "bomb-" + i;
            assertEquals(
                    "too-large",
                    reasonOf(
                            jms -> task(id, "tests.receive_anything")
                                    .apply(jms)
                                    .setProperty("abakus_compression", "gzip"),
                            jms -> {
                                BytesMessage message = jms.createBytesMessage();
                                try {
                                    message.writeBytes(body);
                                } catch (JMSException e) {
                                    throw new IllegalStateException(e);
                                }
                                return message;
                            }));
        }
    }

    @Test
    void an_id_that_no_database_holds() throws Exception {
        for (String id : List.of("i".repeat(256), "half \ud800", "nul \u0000")) {
            assertEquals("invalid-property", reasonOf(task(id, "tests.receive"), text("{\"args\":[\"x\"]}")));
        }
    }

    @Test
    void a_message_with_the_id_of_another_task_takes_nothing_from_it() throws Exception {
        String id = tasks.call("tests.receive")
                .args("honest")
                .countdown(Duration.ofSeconds(5))
                .ignoreResult(false)
                .applyAsync()
                .id();

        for (String name : List.of("tests.receive", "tests.receive_anything")) {
            assertEquals(
                    "foreign-id",
                    reasonOf(
                            jms -> task(id, name).apply(jms).setProperty("abakus_ignore_result", false),
                            text("{\"args\":[\"HIJACKED\"]}")));
        }

        assertEquals("honest", received.next(SOON));
    }

    @Test
    void a_context_of_thousands_of_keys_names_its_sender_and_hides_neither_task_nor_request() throws Exception {
        String id = "c20-" + UUID.randomUUID();
        String keys = IntStream.range(0, 5_000).mapToObj(i -> "k" + i).collect(Collectors.joining(" "));
        try (JMSContext jms = connections.createContext()) {
            JMSProducer producer = task(id, "tests.receive")
                    .apply(jms)
                    .setProperty(
                            "abakus_context", "event level request_id current_user abakus_sender log_level " + keys)
                    .setProperty("abakus_ctx_event", "no event of ours")
                    .setProperty("abakus_ctx_level", "error")
                    .setProperty("abakus_ctx_request_id", id)
                    .setProperty("abakus_ctx_current_user", "root")
                    .setProperty("abakus_ctx_abakus_sender", "operator")
                    .setProperty("abakus_ctx_log_level", "debug");
            for (int i = 0; i < 200; i++) {
                producer.setProperty("abakus_ctx_k" + i, "v".repeat(100));
            }
            producer.send(jms.createQueue("abakus.default"), jms.createTextMessage("{\"args\":[\"context\"]}"));
        }
        assertEquals("context", received.next(SOON));

        JsonObject line = ServerFile.await(
                "the end of the task",
                one -> one.getString("event", "").equals("task_succeeded")
                        && one.getString("task_id", "").equals(id));
        assertEquals("tests.receive", line.getString("task_name"));
        assertEquals(id, line.getString("request_id"));
        assertEquals("root", line.getString("current_user"));
        assertNotEquals("operator", line.getString("abakus_sender"));
        assertFalse(line.containsKey("log_level"));
        assertTrue(line.containsKey("context_truncated"));
        assertTrue(line.toString().length() < LONGEST_LINE, "the context is bounded as at a send");
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_dead_letter_keeps_its_body_and_its_properties() throws Exception {
        Message dead = deadLetterOf(
                jms -> task("7", "no.such.task")
                        .apply(jms)
                        .setProperty("abakus_ctx_request_id", "stranger-1")
                        .setProperty("of_their_own", 42),
                text("{\"args\":[]}"));

        assertEquals("{\"args\":[]}", ((TextMessage) dead).getText());
        assertEquals("7", dead.getStringProperty("abakus_id"));
        assertEquals("stranger-1", dead.getStringProperty("abakus_ctx_request_id"));
        assertEquals(42, dead.getIntProperty("of_their_own"));
        assertEquals("default", dead.getStringProperty("abakus_dead_queue"));
        assertNotNull(dead.getStringProperty("abakus_dead_detail"));
        assertNotNull(dead.getStringProperty("abakus_dead_at"));
        assertNotNull(dead.getStringProperty("abakus_dead_node"));
    }

    private static Function<JMSContext, JMSProducer> task(String id, String name) {
        return jms -> jms.createProducer()
                .setProperty("abakus_id", id)
                .setProperty("abakus_task", name)
                .setProperty("abakus_content_type", "application/json");
    }

    private static Function<JMSContext, Message> text(String body) {
        return jms -> jms.createTextMessage(body);
    }

    private String reasonOf(Function<JMSContext, JMSProducer> producer, Function<JMSContext, Message> message)
            throws JMSException {
        return deadLetterOf(producer, message).getStringProperty("abakus_dead_reason");
    }

    private Message deadLetterOf(Function<JMSContext, JMSProducer> producer, Function<JMSContext, Message> message)
            throws JMSException {
        try (JMSContext jms = connections.createContext()) {
            JMSConsumer consumer = jms.createConsumer(jms.createQueue("abakus.dead_letter"));
            producer.apply(jms).send(jms.createQueue("abakus.default"), message.apply(jms));
            Message dead = consumer.receive(SOON);
            assertNotNull(dead, "the message comes to the dead-letter queue");
            assertNull(consumer.receiveNoWait(), "and nothing else does");
            return dead;
        }
    }
}
