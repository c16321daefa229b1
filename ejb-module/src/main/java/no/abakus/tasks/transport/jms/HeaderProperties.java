package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call's headers as message properties under their own names, so that any JMS console can select on them. */
final class HeaderProperties {

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

    /** Those that the message lists: what else it has may be the broker's. */
    static Map<String, Object> read(Message message) throws JMSException {
        String names = message.getStringProperty(WireFormat.HEADERS);
        if (names == null || names.isBlank()) {
            return Map.of();
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        for (String name : names.split(" ", -1)) {
            headers.put(PropertyName.key(name), message.getObjectProperty(name));
        }
        return headers;
    }
}
