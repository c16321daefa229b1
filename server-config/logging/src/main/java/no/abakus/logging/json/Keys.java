package no.abakus.logging.json;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import no.abakus.logging.Redaction;

/** The keys seen so far, encoded and judged once; bounded, because a key may come from outside. Thread-safe. */
final class Keys {
    private static final int MOST = 2048;

    private final Redaction redaction;
    private final ConcurrentMap<String, Key> fields = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Key> nested = new ConcurrentHashMap<>();

    Keys(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The key of a field of the line. */
    Key field(String name) {
        return find(fields, name, Key::ofField);
    }

    /** The key of an entry of a map within a field. */
    Key nested(String name) {
        return find(nested, name, Key::nested);
    }

    private Key find(ConcurrentMap<String, Key> known, String name, BiFunction<String, Boolean, Key> make) {
        Key key = known.get(name);
        if (key != null) {
            return key;
        }
        Key made = make.apply(name, redaction.isSecret(name));
        if (known.size() < MOST) {
            known.put(name, made);
        }
        return made;
    }
}
