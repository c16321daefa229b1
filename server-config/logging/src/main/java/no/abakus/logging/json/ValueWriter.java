package no.abakus.logging.json;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import no.abakus.logging.Redaction;
import no.abakus.logging.Sensitivity;
import no.abakus.logging.secret.Ids;

/**
 * Writes any value as JSON, in the JSON type that fits it, or else as a string. The output is bounded, redacted and
 * valid, whatever the value's own methods do.
 */
final class ValueWriter {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final LineBuffer out;
    private final Keys keys;
    private final Redaction redaction;
    private final ThrowableWriter throwables;
    private Limits limits;

    /** The containers being written, outermost first. A value that is already in this list contains itself. */
    private final Object[] path;

    private int depth;

    ValueWriter(LineBuffer out, Keys keys, Redaction redaction, Limits limits, Frames frames, ExceptionShape shape) {
        this.out = out;
        this.keys = keys;
        this.redaction = redaction;
        this.limits = limits;
        this.path = new Object[limits.depth() + 1];
        this.throwables = new ThrowableWriter(out, this, frames, shape);
    }

    /** Writes the value, or a description of it if it cannot be read. */
    void write(Object value, Limits within) {
        limits = within;
        depth = 0;
        try {
            any(value);
        } catch (LineTooLong full) {
            Arrays.fill(path, null);
            throw full;
        }
    }

    /** Writes the value of a key: an id unchanged, anything else according to its type. */
    void write(Key key, Object value, Limits within) {
        if (isId(key, value)) {
            Text.quoted(out, (String) value);
        } else {
            write(value, within);
        }
    }

    private static boolean isId(Key key, Object value) {
        return key.kind == Key.Kind.ID && value instanceof String text && Ids.hasForm(text);
    }

    private void any(Object value) {
        int start = out.length;
        int level = depth;
        try {
            dispatch(value);
        } catch (LineTooLong full) {
            throw full;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError unreadable) {
            out.rollback(start);
            depth = level;
            note("[unreadable " + value.getClass().getName() + ": "
                    + unreadable.getClass().getName() + "]");
        }
    }

    private void dispatch(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value == null) {
            out.put(NULL);
        } else if (value instanceof Number number && Numbers.isNumber(number)) {
            number(number);
        } else if (value instanceof Boolean truth) {
            out.put(truth ? TRUE : FALSE);
        } else if (value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || value.getClass().isArray()) {
            container(value);
        } else if (value instanceof Throwable thrown) {
            throwables.write(thrown, limits);
        } else if (value instanceof Optional<?> optional) {
            any(optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            any(optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof OptionalLong optional) {
            any(optional.isPresent() ? optional.getAsLong() : null);
        } else if (value instanceof OptionalDouble optional) {
            any(optional.isPresent() ? optional.getAsDouble() : null);
        } else if (value instanceof Enum<?> constant) {
            text(constant.name());
        } else {
            Sensitivity.Kind kind = redaction.isOff() ? Sensitivity.Kind.NONE : Sensitivity.of(value.getClass());
            if (kind == Sensitivity.Kind.NONE) {
                text(value.toString());
            } else if (kind == Sensitivity.Kind.WHOLE) {
                note(Redaction.REDACTED);
            } else {
                container(Sensitivity.components(value));
            }
        }
    }

    /** Writes a redacted, bounded string. */
    void text(String text) {
        if (text == null) {
            out.put(NULL);
            return;
        }
        int max = limits.textChars();
        boolean tooLong = text.length() > max;
        String clean = redaction.text(text, max);
        out.put('"');
        int end = Text.cut(clean, max);
        Text.inner(out, clean, end);
        if (tooLong) {
            String marker = "…[+" + (text.length() - max) + " chars]";
            Text.inner(out, marker, marker.length());
        }
        out.put('"');
    }

    private void number(Number number) {
        if (redaction.isSecretNumber(number)) {
            note(Redaction.REDACTED);
        } else {
            Numbers.write(out, number);
        }
    }

    /** Writes an exception as one string. */
    void trace(Throwable thrown, Limits within) {
        Text.quoted(out, StackText.of(thrown, redaction, within));
    }

    private void note(String text) {
        Text.quoted(out, text);
    }

    private void container(Object value) {
        if (value instanceof byte[] bytes) {
            base64(bytes);
        } else if (depth >= limits.depth()) {
            note("[deeper than " + limits.depth() + " levels]");
        } else if (isOnPath(value)) {
            note("[cycle]");
        } else {
            path[depth++] = value;
            if (value instanceof Map<?, ?> map) {
                map(map);
            } else if (value instanceof Collection<?> collection) {
                collection(collection);
            } else {
                array(value);
            }
            path[--depth] = null;
        }
    }

    private boolean isOnPath(Object value) {
        for (int i = 0; i < depth; i++) {
            if (path[i] == value) {
                return true;
            }
        }
        return false;
    }

    private void map(Map<?, ?> map) {
        Set<String> names = new HashSet<>();
        out.put('{');
        int count = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (count == limits.elements()) {
                separate(count);
                Text.quoted(out, "!more");
                out.put(':');
                Numbers.whole(out, Math.max(1, map.size() - count));
                break;
            }
            separate(count++);
            Key key = keys.nested(String.valueOf(entry.getKey()));
            Key given = key;
            // Keys of different types may look the same as strings, such as 1 and "1".
            for (int other = 2; !names.add(key.name); other++) {
                key = keys.nested("!duplicate_" + other);
            }
            out.put(key.encoded);
            if (given.isSecret()) {
                note(Redaction.REDACTED);
            } else if (isId(given, entry.getValue())) {
                note((String) entry.getValue());
            } else {
                any(entry.getValue());
            }
        }
        out.put('}');
    }

    private void collection(Collection<?> collection) {
        out.put('[');
        int count = 0;
        for (Object element : collection) {
            if (count == limits.elements()) {
                separate(count);
                more(collection.size() - count);
                break;
            }
            separate(count++);
            any(element);
        }
        out.put(']');
    }

    private void array(Object array) {
        out.put('[');
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            separate(i);
            if (i == limits.elements()) {
                more(length - i);
                break;
            }
            any(Array.get(array, i));
        }
        out.put(']');
    }

    private void more(int left) {
        note("…[+" + Math.max(1, left) + " elements]");
    }

    private void separate(int count) {
        if (count > 0) {
            out.put(',');
        }
    }

    private void base64(byte[] bytes) {
        int max = limits.textChars() / 4 * 3;
        int shown = Math.min(bytes.length, max);
        byte[] head = shown == bytes.length ? bytes : Arrays.copyOf(bytes, shown);
        out.put('"');
        out.put(Base64.getEncoder().encode(head));
        if (shown < bytes.length) {
            String marker = "…[+" + (bytes.length - shown) + " bytes]";
            Text.inner(out, marker, marker.length());
        }
        out.put('"');
    }
}
