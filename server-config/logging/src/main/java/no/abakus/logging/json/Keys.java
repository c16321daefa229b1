package no.abakus.logging.json;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import no.abakus.logging.Redaction;
import no.abakus.logging.secret.Ids;

/** The keys seen so far, encoded and classified once. Bounded, because keys may come from outside. Thread-safe. */
final class Keys {
    private static final int MOST = 2048;
    private static final int LONGEST = 1024;

    private final Redaction redaction;
    private final UnaryOperator<String> naming;
    private final ConcurrentMap<String, Key> fields = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Key> nested = new ConcurrentHashMap<>();

    /**
     * @param naming returns the key that a field has in the line; if null, the keys of our own lines are reserved and
     *     all other keys stay as they are
     */
    Keys(Redaction redaction, UnaryOperator<String> naming) {
        this.redaction = redaction;
        this.naming = naming;
    }

    /** Returns the key of a field of the line. */
    Key field(String name) {
        return find(fields, name, naming == null ? Key::ofField : this::named);
    }

    /** Returns the key of an entry of a map within a field. */
    Key nested(String name) {
        return find(nested, name, Key::nested);
    }

    private Key named(String name, Key.Kind kind) {
        return Key.nested(naming.apply(name), kind);
    }

    private Key.Kind kind(String name) {
        if (redaction.isSecret(name)) {
            return Key.Kind.SECRET;
        }
        return Ids.areNamed(name) ? Key.Kind.ID : Key.Kind.PLAIN;
    }

    private Key find(ConcurrentMap<String, Key> known, String name, BiFunction<String, Key.Kind, Key> make) {
        Key key = known.get(name);
        if (key != null) {
            return key;
        }
        // The key is redacted as well, because the keys of a map may be data, for example addresses or identity
        // numbers.
        Key made = make.apply(redaction.text(name, LONGEST), kind(name));
        if (known.size() >= MOST) {
            // Keys that occurred only once must not take the room of keys that every line has.
            known.clear();
        }
        known.put(name, made);
        return made;
    }
}
