package no.abakus.logging.json;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.abakus.logging.secret.Ids;

/** Writes the members of one JSON object for a layout, each name once. */
final class JsonMembers {
    /** Room for the closing braces. */
    private static final int CLOSING = 16;

    private final FieldWriter writer;
    private final LineBuffer out;
    private final Limits limits;
    private final Set<String> taken = new HashSet<>();

    JsonMembers(FieldWriter writer, Limits limits) {
        this.writer = writer;
        this.out = writer.out;
        this.limits = limits;
    }

    JsonMembers begin() {
        out.put('{');
        return this;
    }

    JsonMembers begin(String name) {
        name(name);
        return begin();
    }

    /** Writes a redacted, bounded string, or leaves the member out if the string is null. */
    JsonMembers text(String name, String text) {
        if (text != null) {
            name(name);
            writer.values.write(text, limits);
            out.put(',');
        }
        return this;
    }

    /**
     * Writes an id. A value that does not look like an id is redacted and bounded like other text. Leaves the member
     * out if the id is null.
     */
    JsonMembers id(String name, Object id) {
        boolean plain = id instanceof String text && Ids.hasForm(text);
        return plain ? ascii(name, (String) id) : text(name, id == null ? null : String.valueOf(id));
    }

    JsonMembers number(String name, long number) {
        name(name);
        Numbers.whole(out, number);
        out.put(',');
        return this;
    }

    /** Writes ASCII that needs no escaping, within quotes. */
    JsonMembers ascii(String name, String text) {
        name(name);
        Text.quoted(out, text);
        out.put(',');
        return this;
    }

    JsonMembers time(String name, LineParts line) {
        name(name);
        new Timestamp().write(out, line.time());
        out.put(',');
        return this;
    }

    JsonMembers fields(Map<String, Object> fields, Keys keys) {
        int start = out.length;
        Set<String> before = new HashSet<>(taken);
        writer.takeTight();
        write(fields, keys);
        if (writer.takeTight()) {
            out.rollback(start);
            writer.takeDropped();
            taken.clear();
            taken.addAll(before);
            write(FirstKeys.first(fields), keys);
        }
        out.limit(limits.lineBytes() - CLOSING);
        int dropped = writer.takeDropped();
        return dropped > 0 ? number("!dropped_fields", dropped) : this;
    }

    private void write(Map<String, Object> fields, Keys keys) {
        fields.forEach((name, value) -> {
            Key key = keys.field(name);
            while (!taken.add(key.name)) {
                key = key.renamed(key.name + "_");
            }
            writer.field(key, value, limits);
        });
    }

    /**
     * Writes the exception as one string. Shortens the string, or leaves it out, if the other members leave too little
     * room.
     */
    JsonMembers trace(String name, Throwable thrown) {
        out.limit(limits.lineBytes() - CLOSING);
        int start = out.length;
        try {
            return traceText(name, thrown, limits);
        } catch (LineTooLong full) {
            out.rollback(start);
        }
        try {
            return traceText(name, thrown, limits.reduced());
        } catch (LineTooLong stillFull) {
            out.rollback(start);
            return this;
        }
    }

    private JsonMembers traceText(String name, Throwable thrown, Limits within) {
        name(name);
        writer.values.trace(thrown, within);
        out.put(',');
        return this;
    }

    /** Ends the object, without a comma after it. */
    JsonMembers end() {
        if (out.bytes[out.length - 1] == ',') {
            out.rollback(out.length - 1);
        }
        out.put('}');
        return this;
    }

    void separate() {
        out.put(',');
    }

    void endLine() {
        out.limit(Integer.MAX_VALUE);
        end();
        out.put('\n');
    }

    private void name(String name) {
        taken.add(name);
        Text.quoted(out, name);
        out.put(':');
    }
}
