package no.abakus.tasks.transport.jms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Converts a broker's message id to a name that fits in any URL, and back. */
final class LetterId {

    private static final int LONGEST = 1_000;

    private LetterId() {}

    static String of(String messageId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(messageId.getBytes(StandardCharsets.UTF_8));
    }

    /** The selector of the message with this name; empty if no message can have this name. */
    static Optional<String> selector(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String messageId = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            if (!messageId.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                // No broker creates such an id, and not every broker accepts it in a selector.
                return Optional.empty();
            }
            return Optional.of("JMSMessageID = '" + messageId.replace("'", "''") + "'");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
