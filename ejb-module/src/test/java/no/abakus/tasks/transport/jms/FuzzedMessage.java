package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Creates valid messages, and then damages them. */
final class FuzzedMessage {

    static final String NUMBER = "fuzz_number";

    private static final List<String> KNOWN = Arrays.stream(WireFormat.class.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
            .map(FuzzedMessage::value)
            .filter(name -> name.matches("abakus_[a-z_]+"))
            .sorted()
            .toList();
    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/yaml",
            "application/vnd.msgpack",
            "application/cbor",
            "application/x-java-serialized-object",
            "text/plain");
    private static final List<String> COMPRESSIONS = List.of("gzip", "zlib", "bzip2", "xz", "zstd", "none", "GZIP");
    private static final List<String> TASKS = List.of("mail.send", "mail.count", "mail.limited", "mail.nobody", "");
    private static final List<String> BODIES = List.of(
            "{\"args\":[\"a@b.no\"],\"kwargs\":{}}",
            "{\"args\":[17]}",
            "{\"kwargs\":{\"to\":\"a@b.no\"}}",
            "{\"args\":[null]}",
            "{\"args\":[\"" + "å".repeat(2_000) + "\"]}",
            "[".repeat(5_000),
            "{\"args\":[1e999999]}",
            "{\"args\":[\"\\ud800\"]}",
            "args: [a@b.no]",
            "--- &a [*a, *a]",
            "");
    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "true",
            "-1",
            "99999999999999999999",
            "2026-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2999-01-01T00:00:00Z",
            "[{\"task\":\"mail.send\",\"args\":[\"linked\"]}]",
            "[{\"task\":\"mail.nobody\"}]",
            "{\"task\":",
            "request_id $0000 $zzzz  user",
            "\u0000\ud800\n",
            true,
            (byte) -1,
            Short.MIN_VALUE,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            Float.NaN,
            Double.POSITIVE_INFINITY);

    private final Random random;

    FuzzedMessage(Random random) {
        this.random = random;
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    Message make(JMSContext jms, int number) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(WireFormat.ID, "fuzz-" + number);
        properties.put(WireFormat.TASK, random.nextInt(3) > 0 ? TASKS.get(0) : one(TASKS));
        properties.put(WireFormat.CONTENT_TYPE, random.nextInt(8) == 0 ? one(CONTENT_TYPES) : "application/json");
        for (int i = random.nextBoolean() ? 0 : random.nextInt(5); i > 0; i--) {
            String name = one(KNOWN);
            if (random.nextInt(4) == 0) {
                properties.remove(name);
            } else {
                properties.put(name, random.nextInt(6) == 0 ? randomText(40) : one(VALUES));
            }
        }
        if (random.nextInt(16) == 0) {
            properties.put(WireFormat.COMPRESSION, one(COMPRESSIONS));
        }
        Message message = message(jms);
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setIntProperty(NUMBER, number);
        if (random.nextInt(5) == 0) {
            message.setJMSType(randomText(10));
            message.setJMSCorrelationID(randomText(10));
        }
        return message;
    }

    private Message message(JMSContext jms) throws JMSException {
        return switch (random.nextInt(20)) {
            case 0 -> jms.createMapMessage();
            case 1 -> jms.createStreamMessage();
            case 2 -> jms.createObjectMessage("gadget");
            case 3 -> jms.createMessage();
            case 4, 5, 6, 7 -> bytes(jms);
            case 8 -> jms.createTextMessage();
            default -> jms.createTextMessage(new String(mutated(), StandardCharsets.UTF_8));
        };
    }

    private BytesMessage bytes(JMSContext jms) throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(mutated());
        return message;
    }

    /** Mostly a good body; otherwise truncated, with flipped bytes, or random bytes only. */
    private byte[] mutated() {
        byte[] body = (random.nextInt(3) > 0 ? BODIES.get(0) : one(BODIES)).getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(8)) {
            case 0 -> body = Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> {
                for (int i = random.nextInt(4); i >= 0 && body.length > 0; i--) {
                    body[random.nextInt(body.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                body = new byte[random.nextInt(200)];
                random.nextBytes(body);
            }
            default -> {
                return body;
            }
        }
        return body;
    }

    private String randomText(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    private <T> T one(List<? extends T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
