package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Reads the properties that are needed while a message is parked, and packs the whole message. The message may come
 * from any sender. So this class rejects names and times that a database cannot store, and queues that are not for
 * tasks. In values that are only shown, it replaces what a database cannot store.
 */
final class ParkedReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SUMMARY = 4_000;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final int maxBodySize;
    private final QueueNames names;

    ParkedReader(int maxBodySize, QueueNames names) {
        this.maxBodySize = maxBodySize;
        this.names = names;
    }

    ParkedMessage read(Message message) throws JMSException, UnreadableMessageException {
        Properties properties = new Properties(message);
        checkBody(message);
        return new ParkedMessage(
                name(properties, WireFormat.ID),
                name(properties, WireFormat.TASK),
                queue(properties),
                message.getJMSPriority(),
                properties.number(WireFormat.RETRIES, 0),
                due(properties),
                properties.text(WireFormat.ARGUMENTS).map(ParkedReader::storable),
                context(message),
                packed(message));
    }

    private static Map<String, String> context(Message message) throws JMSException {
        Map<String, String> context = new LinkedHashMap<>();
        ShownMessage.of(message, "").context().forEach((key, value) -> context.put(storable(key), storable(value)));
        return context;
    }

    /** Packs the whole message. Rejects properties that a JMS client cannot set, because they could not be restored. */
    private static byte[] packed(Message message) throws JMSException, UnreadableMessageException {
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMS") && !PropertyName.isJms(name)) {
                throw new UnreadableMessageException(
                        Reason.INVALID_PROPERTY,
                        "The property '" + KeyText.shown(name)
                                + "' has a name that JMS does not allow. A task that waits for"
                                + " its time is sent again, and then each property name must be a Java identifier");
            }
        }
        try {
            return PackedMessage.pack(message);
        } catch (IllegalArgumentException | MessageFormatException e) {
            throw new UnreadableMessageException(Reason.INVALID_PROPERTY, e.getMessage(), e);
        }
    }

    private void checkBody(Message message) throws JMSException, UnreadableMessageException {
        long size;
        if (message instanceof TextMessage text) {
            String body = text.getText();
            size = body == null ? 0 : body.length();
        } else if (message instanceof BytesMessage bytes) {
            size = bytes.getBodyLength();
        } else {
            throw new UnreadableMessageException(
                    Reason.MESSAGE_TYPE,
                    "The message is a " + message.getClass().getSimpleName()
                            + ", but a task must be a TextMessage or a BytesMessage");
        }
        if (size > maxBodySize) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + size + " characters or bytes, but at most " + maxBodySize
                            + " are read (abakus.tasks.message.max-body-size)");
        }
    }

    private static Instant due(Properties properties) throws JMSException, UnreadableMessageException {
        // A hold takes precedence over an ETA, as it does when sending.
        String property = properties.text(WireFormat.HOLD_UNTIL).isPresent() ? WireFormat.HOLD_UNTIL : WireFormat.ETA;
        properties.required(property);
        Instant due = properties.instant(property).orElseThrow();
        if (due.isAfter(LATEST) || due.isBefore(Instant.EPOCH)) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    property + " is " + due + ", but must be between " + Instant.EPOCH + " and " + LATEST);
        }
        return due;
    }

    private String queue(Properties properties) throws JMSException, UnreadableMessageException {
        String queue = name(properties, WireFormat.QUEUE);
        if (!names.isForTasks(queue)) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    WireFormat.QUEUE + " is '" + queue + "', but workers run no tasks from this queue");
        }
        return queue;
    }

    private static String name(Properties properties, String property) throws JMSException, UnreadableMessageException {
        String name = properties.required(property);
        if (name.length() > LONGEST_NAME || !name.equals(storable(name))) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    property + " has " + name.length() + " characters. At most " + LONGEST_NAME
                            + " are allowed, and no control characters or unpaired surrogates");
        }
        return name;
    }

    /** Shortens a string and replaces characters that a database cannot store. */
    private static String storable(String text) {
        String cut = text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY);
        int[] kept = cut.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE || Character.isISOControl(point)
                        ? '\uFFFD'
                        : point)
                .toArray();
        return new String(kept, 0, kept.length);
    }
}
