package no.abakus.tasks.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.TaskMessage;

/** A limit has a line of waiting tasks for each value of its key. This class determines the line of a task. */
final class LimitKey {

    private LimitKey() {}

    /**
     * The value of the limit's key, as a string; an empty string if the limit has no key, or the task has no such
     * parameter.
     */
    static String of(RateLimit limit, TaskDefinition task, TaskMessage message, Object[] arguments) {
        if (limit.key().isEmpty()) {
            return "";
        }
        String key = limit.key().get();
        if (key.startsWith(RateLimit.CONTEXT_KEY)) {
            return storable(String.valueOf(message.context().get(key.substring(RateLimit.CONTEXT_KEY.length()))));
        }
        int position = task.parameters().names().indexOf(key);
        return position < 0 ? "" : storable(String.valueOf(arguments[position]));
    }

    /**
     * Returns the value, or its digest if a database cannot store the value. An argument may be megabytes long, or
     * contain characters that a database cannot store. Different values have different digests.
     */
    private static String storable(String value) {
        if (KeyText.fits(value)) {
            return value;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_16BE));
            return "sha-256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
