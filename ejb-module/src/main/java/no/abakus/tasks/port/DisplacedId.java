package no.abakus.tasks.port;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The key under which a message is recorded whose id somebody else took first. Whoever may send to a queue can guess an id that a caller
 * will choose. He cannot guess the token of the send, so this key is the message's own, at every delivery.
 */
public final class DisplacedId {

    private DisplacedId() {}

    /** The key of this message; empty if it has no token, and so nothing that proves it another's. */
    public static Optional<String> of(TaskMessage message) {
        return message.token().map(token -> "~" + digest(message.id() + "\n" + token));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
