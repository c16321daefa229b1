package no.abakus.tasks.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.config.MessageConfig;

/**
 * Checks the headers that a caller sends besides the arguments. Their names must not be reserved, JMS must support the
 * types of their values, and their size is limited.
 */
public final class Headers {

    /** Properties of the wire format, of JMS and of brokers have these prefixes. */
    private static final Set<String> RESERVED_PREFIXES = Set.of("abakus_", "jms", "_");

    /** Keywords of JMS selectors cannot be property names. */
    private static final Set<String> RESERVED =
            Set.of("null", "true", "false", "not", "and", "or", "between", "like", "in", "is", "escape");

    private final int maxSize;

    public Headers(MessageConfig config) {
        this.maxSize = config.maxHeadersSize();
    }

    /**
     * Returns a copy of the headers.
     *
     * @throws TaskOptionException if a name is blank or reserved, a name or value contains an unpaired surrogate, a
     *     value has an unsupported type, or the headers together are too large
     */
    public Map<String, Object> checked(Map<String, Object> headers) {
        Map<String, Object> checked = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            String name = header.getKey();
            checkName(name);
            whole(KeyText.shown(name), name);
            Object value = portable(name, header.getValue());
            size += name.length() + (value instanceof String text ? text.length() : Long.BYTES);
            checked.put(name, value);
        }
        if (size > maxSize) {
            throw new TaskOptionException("The headers take " + size + " characters, but at most " + maxSize
                    + " are sent (abakus.tasks.message.max-headers-size); pass large values as arguments");
        }
        return checked;
    }

    private static void checkName(String name) {
        if (name == null || name.isBlank()) {
            throw new TaskOptionException("A header has no name");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (RESERVED.contains(lower) || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith)) {
            throw new TaskOptionException(
                    "The header '" + name + "' has a reserved name. The names of the message's own headers begin with"
                            + " abakus_, JMS or an underscore, and selectors reserve "
                            + RESERVED.stream().sorted().toList());
        }
    }

    /**
     * Rejects an unpaired surrogate. UTF-8 cannot represent one, so brokers silently replace it with a question mark.
     */
    private static String whole(String name, String text) {
        int half = WholeTexts.half(text);
        if (half >= 0) {
            throw new TaskOptionException("The header '" + name + "' has half a character at position " + half
                    + " (a surrogate without its other half); nothing was sent");
        }
        return text;
    }

    private static Object portable(String name, Object value) {
        if (value instanceof String text) {
            return whole(name, text);
        }
        if (value == null
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double) {
            return value;
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof Enum || value instanceof Character || value instanceof java.util.UUID) {
            return value.toString();
        }
        throw new TaskOptionException("The header '" + name + "' is a "
                + value.getClass().getSimpleName() + "; headers are text, numbers, booleans or null, so pass the value"
                + " as an argument, or as text");
    }
}
