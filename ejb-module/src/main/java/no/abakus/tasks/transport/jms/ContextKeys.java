package no.abakus.tasks.transport.jms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.abakus.logging.LogContext;

/**
 * The ordered keys of a log context, with the names of their message properties and the list that records their order.
 */
final class ContextKeys {

    /**
     * The maximum number of sets of keys in the cache. An application uses only a few sets, but another sender could
     * invent any number of them.
     */
    private static final int MOST_KNOWN = 256;

    /**
     * The list of no keys: an escape character that escapes nothing. It cannot be the empty string, because that is the
     * list of one empty key.
     */
    private static final String NONE = "$";

    private static final int LONGEST_KNOWN = 1_000;

    private static final Map<String, ContextKeys> KNOWN = new ConcurrentHashMap<>();

    private final String[] keys;
    private final String[] properties;
    private final String listed;

    private ContextKeys(String[] keys, String[] properties) {
        this.keys = keys;
        this.properties = properties;
        this.listed = list(properties);
    }

    static ContextKeys of(LogContext context) {
        String[] keys = context.toMap().keySet().toArray(String[]::new);
        return new ContextKeys(keys, Arrays.stream(keys).map(PropertyName::of).toArray(String[]::new));
    }

    /** The keys whose values are in these properties. */
    static ContextKeys ofProperties(List<String> properties) {
        return new ContextKeys(
                properties.stream()
                        .map(name -> PropertyName.key(name.substring(WireFormat.CONTEXT_PREFIX.length())))
                        .toArray(String[]::new),
                properties.toArray(String[]::new));
    }

    /** The keys in the list that a message carries. */
    static ContextKeys parse(String listed) {
        ContextKeys known = KNOWN.get(listed);
        if (known != null) {
            return known;
        }
        if (listed.equals(NONE)) {
            return ofProperties(List.of());
        }
        ContextKeys parsed = ofProperties(Arrays.stream(listed.split(" ", -1))
                .map(escaped -> WireFormat.CONTEXT_PREFIX + escaped)
                .toList());
        if (KNOWN.size() < MOST_KNOWN && listed.length() <= LONGEST_KNOWN) {
            KNOWN.put(listed, parsed);
        }
        return parsed;
    }

    int size() {
        return keys.length;
    }

    String key(int i) {
        return keys[i];
    }

    String property(int i) {
        return properties[i];
    }

    /** The escaped keys, separated by spaces, as the message lists them. */
    String listed() {
        return listed;
    }

    private static String list(String[] properties) {
        if (properties.length == 0) {
            return NONE;
        }
        StringBuilder list = new StringBuilder(16 * properties.length);
        for (int i = 0; i < properties.length; i++) {
            if (i > 0) {
                list.append(' ');
            }
            list.append(properties[i], WireFormat.CONTEXT_PREFIX.length(), properties[i].length());
        }
        return list.toString();
    }
}
