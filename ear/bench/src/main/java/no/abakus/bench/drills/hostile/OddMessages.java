package no.abakus.bench.drills.hostile;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends odd messages to the task queue, as a user who may only send there. */
final class OddMessages implements Attack {

    private static final String QUEUE = "abakus.default";
    private static final byte[] BOMB = gzip("{\"args\":[[" + "{},".repeat(2_790_000) + "1]]}");

    private final ActiveMQConnectionFactory broker;
    private final String user;
    private final String password;
    private JMSContext context;
    private int number;

    OddMessages(URI server, String user, String password) {
        this.broker = new ActiveMQConnectionFactory("tcp://" + server.getHost() + ":" + server.getPort()
                + "?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&enable1xPrefixes=true&reconnectAttempts=0"
                + "&callTimeout=5000");
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "odd messages";
    }

    @Override
    public long pauseMillis() {
        return 50;
    }

    @Override
    public void strike(Random random) throws IOException {
        try {
            if (context == null) {
                context = broker.createContext(user, password);
            }
            JMSProducer producer = context.createProducer();
            producer.send(context.createQueue(QUEUE), message(random, producer));
        } catch (JMSException | JMSRuntimeException e) {
            close();
            throw new IOException("The broker did not take the message", e);
        }
    }

    private Message message(Random random, JMSProducer producer) throws JMSException {
        String id = "odd-" + number++;
        return switch (random.nextInt(17)) {
            case 0 -> compressed(task(context.createBytesMessage(), id, "diagnostics.echo"), BOMB);
            case 1 -> text("{\"args\":[" + "[".repeat(100_000), id, "diagnostics.echo");
            case 2 -> text("{\"args\":[1,2]}", "i".repeat(256 + random.nextInt(2_000)), "diagnostics.add");
            case 3 -> text("{\"args\":[1,2]}", "nul-\u0000-" + id, "diagnostics.add");
            case 4 -> text("{\"args\":[1,2]}", id, "t".repeat(300));
            case 5 -> foreignId(random);
            case 6 -> crowded(text("{\"args\":[]}", id, "diagnostics.context"));
            case 7 -> context.createObjectMessage("odd");
            case 8 -> noise(random, id);
            case 9 -> withProperty(text("{\"args\":[1,2]}", id, "diagnostics.add"), "abakus_expires", "yesterday");
            case 10 ->
                withProperty(text("{\"args\":[1,2]}", id, "diagnostics.add"), "abakus_link", "[{\"task\":null}]");
            case 11 -> withProperty(text("{\"args\":[1,2]}", id, "diagnostics.add"), "abakus_retries", "many");
            case 12 -> text("{\"args\":[\"" + "eyJ-".repeat(16_000) + "\"]}", id, "diagnostics.fail");
            case 13 -> text("{\"args\":[{\"a\":1,\"b\":2,\"a\":3}]}", id, "diagnostics.echo");
            case 14 -> withTurn(text("{\"args\":[1,2]}", id, "diagnostics.add"));
            case 15 ->
                withProperty(
                        text("{\"args\":[]}", id, "diagnostics.context"), "abakus_token", "made-up.seal-of-nobody");
            default -> {
                producer.setDeliveryDelay(random.nextInt(2_000));
                yield context.createMapMessage();
            }
        };
    }

    /** Returns a message with the id of a task that another sender has sent, or is about to send. */
    private Message foreignId(Random random) throws JMSException {
        String id = (random.nextBoolean() ? "late-" : "transacted-") + random.nextInt(20_000);
        Message message = text("{\"args\":[\"HIJACKED\"]}", id, "diagnostics.echo");
        message.setBooleanProperty("abakus_ignore_result", false);
        if (random.nextBoolean()) {
            message.setStringProperty("abakus_expires", "2020-01-01T00:00:00Z");
        }
        return message;
    }

    private Message noise(Random random, String id) throws JMSException {
        byte[] bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        BytesMessage message = context.createBytesMessage();
        message.writeBytes(bytes);
        task(message, id, "diagnostics.echo");
        String[] kinds = {"application/json", "application/yaml", "application/vnd.msgpack", "application/cbor", "x/y"};
        message.setStringProperty("abakus_content_type", kinds[random.nextInt(kinds.length)]);
        return message;
    }

    /** Makes the message claim a turn under a rate limit. */
    private static Message withTurn(Message message) throws JMSException {
        message.setStringProperty("abakus_hold_until", "2020-01-01T00:00:00Z");
        message.setStringProperty("abakus_hold_slot", "2020-01-01T00:00:00Z");
        message.setStringProperty("abakus_hold_grant", "1/s|nobody|no-run|seal-of-nobody");
        return message;
    }

    private static Message crowded(Message message) throws JMSException {
        StringBuilder keys = new StringBuilder("event level request_id task_id");
        for (int i = 0; i < 2_000; i++) {
            keys.append(" k").append(i);
            message.setStringProperty("abakus_ctx_k" + i, "v");
        }
        message.setStringProperty("abakus_context", keys.toString());
        return message;
    }

    private Message text(String body, String id, String task) throws JMSException {
        return task(context.createTextMessage(body), id, task);
    }

    private static Message task(Message message, String id, String task) throws JMSException {
        message.setStringProperty("abakus_id", id);
        message.setStringProperty("abakus_task", task);
        message.setStringProperty("abakus_content_type", "application/json");
        return message;
    }

    private static Message compressed(Message message, byte[] body) throws JMSException {
        ((BytesMessage) message).writeBytes(body);
        return withProperty(message, "abakus_compression", "gzip");
    }

    private static Message withProperty(Message message, String name, String value) throws JMSException {
        message.setStringProperty(name, value);
        return message;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        if (context != null) {
            try {
                context.close();
            } catch (JMSRuntimeException e) {
                // The server is gone.
                context = null;
            }
            context = null;
        }
    }
}
