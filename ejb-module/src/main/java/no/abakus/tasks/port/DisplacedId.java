package no.abakus.tasks.port;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The key under which a message is recorded if another sender used its id first. Anyone who may send to a queue can
 * guess the id that a caller will choose, but not the token of the send. So the key belongs to this message alone, and
 * is the same at every delivery.
 */
public final class DisplacedId {

    private DisplacedId() {}

    /**
     * The key of this message; empty if it has no token, and so cannot be told apart from other messages with its id.
     */
    public static Optional<String> of(TaskMessage message) {
        return message.token().map(token -> of(message.id(), token));
    }

    /** The key of a message with this id and token. */
    public static String of(String id, String token) {
        return "~" + digest(id + "\n" + token);
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
