package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Writes and reads a call's headers as message properties under their own names, so that any JMS console can select
 * messages by them.
 */
final class HeaderProperties {

    /** The prefixes of the properties of Abakus, JMS and brokers. */
    private static final List<String> RESERVED_PREFIXES = List.of("abakus_", "jms", "_");

    private HeaderProperties() {}

    static void write(Map<String, Object> headers, Message message) throws JMSException {
        if (headers.isEmpty()) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            String name = PropertyName.unprefixed(header.getKey());
            names.append(names.isEmpty() ? "" : " ").append(name);
            if (header.getValue() != null) {
                message.setObjectProperty(name, header.getValue());
            }
        }
        message.setStringProperty(WireFormat.HEADERS, names.toString());
    }

    /** Reads only the headers that the message lists, because other properties may belong to the broker. */
    static Map<String, Object> read(Message message) throws JMSException, UnreadableMessageException {
        String names = message.getStringProperty(WireFormat.HEADERS);
        if (names == null || names.isBlank()) {
            return Map.of();
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        int size = names.length() - LongProperties.list(names).length();
        for (String name : LongProperties.list(names).split(" ", -1)) {
            String key = PropertyName.key(name);
            if (isReserved(name) || isReserved(key)) {
                // If this header were sent again, it would overwrite one of Abakus's properties, such as the number of
                // retries.
                throw new UnreadableMessageException(
                        Reason.INVALID_PROPERTY,
                        WireFormat.HEADERS + " lists '" + Properties.shown(key)
                                + "', which is not the name of a header");
            }
            Object value = message.getObjectProperty(name);
            size += key.length() + (value instanceof String text ? text.length() : 0);
            if (size > LongProperties.MOST) {
                throw new UnreadableMessageException(
                        Reason.INVALID_PROPERTY,
                        "The headers take more than " + LongProperties.MOST + " characters, names and values together");
            }
            headers.put(key, value);
        }
        return headers;
    }

    private static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.isBlank() || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
