package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.SerializationFeature;
import no.abakus.jackson.databind.node.ObjectNode;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden files define the wire format. They never change for a released version: a message that reads differently
 * needs a new folder, and a worker that reads both.
 */
@ExtendWith(EmbeddedBroker.class)
class WireFormatTest {

    private static final Route ROUTE = new Route("default", 4);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("minimal", SampleMessages.minimal("b1a5c0de-0000-4000-8000-000000000001")),
                Arguments.of("everything", SampleMessages.everything()),
                Arguments.of(
                        "bytes",
                        SampleMessages.draft("b1a5c0de-0000-4000-8000-000000000001")
                                .contentType("application/cbor")
                                .body(new MessageBody.Binary(new byte[] {(byte) 0xA1, 0x00, (byte) 0xFF}))
                                .message()));
    }

    /** With such a header, OpenMQ would refuse the message as if it were out of order. */
    @Test
    void a_name_or_id_that_openmq_cannot_carry_in_a_header_is_only_in_the_properties() throws JMSException {
        TaskMessage task = SampleMessages.draft("\ud83d\ude00").message();

        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message written = MessageWriter.write(task, ROUTE, jms, QueueNames.PLAIN);

            assertThat(written.getJMSCorrelationID()).isNull();
            assertThat(written.getJMSType()).isEqualTo(task.task());
            assertThat(written.getStringProperty(WireFormat.ID)).isEqualTo("\ud83d\ude00");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void a_task_is_written_as_in_the_golden_file(String name, TaskMessage task) throws JMSException, IOException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            JsonNode written = described(MessageWriter.write(task, ROUTE, jms, QueueNames.PLAIN));

            assertThat(JSON.writeValueAsString(written)).isEqualTo(JSON.writeValueAsString(golden(name)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void a_golden_file_is_read_as_the_task(String name, TaskMessage task)
            throws JMSException, IOException, UnreadableMessageException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            TaskMessage read = new MessageReader(
                            new MessageConfig(1024, 64, 8192, 0, 0), QueueNames.PLAIN, SampleMessages.TOKENS)
                    .read(message(golden(name), jms), "default")
                    .message();

            assertThat(read)
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .ignoringFields("context")
                    .isEqualTo(task);
            // The files are older than tokens, so they count as messages from other senders.
            assertThat(read.context()).isEqualTo(task.context().with("abakus_sender", "unknown"));
        }
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = WireFormatTest.class.getResourceAsStream("/wire/v1/" + name + ".json")) {
            assertThat(file).as("wire/v1/" + name + ".json").isNotNull();
            return JSON.readTree(file);
        }
    }

    private static JsonNode described(Message message) throws JMSException {
        ObjectNode description = JSON.createObjectNode();
        description
                .putObject("headers")
                .put("JMSType", message.getJMSType())
                .put("JMSCorrelationID", message.getJMSCorrelationID());
        ObjectNode properties = description.putObject("properties");
        for (String name : names(message)) {
            Object value = message.getObjectProperty(name);
            properties.putObject(name).putPOJO(value.getClass().getSimpleName(), value);
        }
        ObjectNode body = description.putObject("body");
        if (message instanceof TextMessage text) {
            body.put("TextMessage", text.getText());
        } else {
            body.put("BytesMessage", Base64.getEncoder().encodeToString(bytes((BytesMessage) message)));
        }
        return JSON.valueToTree(description);
    }

    /** In alphabetical order, without the broker's own. */
    private static Set<String> names(Message message) throws JMSException {
        Set<String> names = new TreeSet<>();
        for (Enumeration<?> all = message.getPropertyNames(); all.hasMoreElements(); ) {
            names.add((String) all.nextElement());
        }
        names.removeIf(name -> name.startsWith("JMSX"));
        return names;
    }

    private static byte[] bytes(BytesMessage message) throws JMSException {
        message.reset();
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.readBytes(bytes);
        return bytes;
    }

    private static Message message(JsonNode golden, JMSContext jms) throws JMSException, IOException {
        Message message;
        if (golden.at("/body/TextMessage").isTextual()) {
            message = jms.createTextMessage(golden.at("/body/TextMessage").textValue());
        } else {
            BytesMessage bytes = jms.createBytesMessage();
            bytes.writeBytes(golden.at("/body/BytesMessage").binaryValue());
            bytes.reset();
            message = bytes;
        }
        for (var property : golden.get("properties").properties()) {
            String type = property.getValue().fieldNames().next();
            JsonNode value = property.getValue().get(type);
            message.setObjectProperty(
                    property.getKey(),
                    switch (type) {
                        case "String" -> value.textValue();
                        case "Integer" -> value.intValue();
                        case "Long" -> value.longValue();
                        case "Double" -> value.doubleValue();
                        case "Boolean" -> value.booleanValue();
                        default -> throw new AssertionError("No such type in a golden file: " + type);
                    });
        }
        return message;
    }
}
