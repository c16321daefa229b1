package no.abakus.logging.json;

import java.util.Map;
import no.abakus.logging.Redaction;

/**
 * Lines of {@code key=value} pairs. Strings that need quotes, and the JSON of maps and lists, are quoted with JSON's
 * escapes.
 */
final class LogfmtLayout implements LineLayout {
    private final LineEncoder encoder;
    private final Keys keys;

    LogfmtLayout(LineEncoder encoder) {
        this.encoder = encoder;
        this.keys = encoder.keys(LogfmtLayout::key);
    }

    @Override
    public void write(LineParts line, FieldWriter writer, Limits limits) {
        LineBuffer out = writer.out;
        new Timestamp().write(out, line.time());
        // Times contain no character that needs quotes.
        String time = out.toString();
        out.rollback(0);
        append(out, "ts=" + time.substring(1, time.length() - 1) + " level=" + LevelName.text(line.level()));
        pair(out, "logger", plain(line.logger(), limits));
        pair(out, "event", plain(line.event(), limits));
        int fields = out.length;
        if (!pairs(out, line.fields(), limits)) {
            out.rollback(fields);
            pairs(out, FirstKeys.first(line.fields()), limits);
        }
        out.limit(limits.lineBytes());
        if (line.thrown() != null) {
            int start = out.length;
            try {
                pair(out, "exception", plain(StackText.of(line.thrown(), encoder.redaction(), limits), limits));
            } catch (LineTooLong full) {
                out.rollback(start);
            }
        }
        out.limit(Integer.MAX_VALUE);
        out.put('\n');
    }

    /** Writes the fields that fit and returns whether all of them did. */
    private boolean pairs(LineBuffer out, Map<String, Object> fields, Limits limits) {
        boolean whole = true;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            Key key = keys.field(field.getKey());
            int start = out.length;
            try {
                pair(out, key.name, PlainValue.of(key, field.getValue(), encoder, limits));
            } catch (LineTooLong full) {
                out.rollback(start);
                whole = false;
            }
        }
        return whole;
    }

    private String plain(String text, Limits limits) {
        return PlainValue.of(text, encoder, limits);
    }

    private static void pair(LineBuffer out, String key, String text) {
        out.put(' ');
        append(out, key);
        out.put('=');
        if (text.startsWith("{") || (text.startsWith("[") && !text.equals(Redaction.REDACTED))) {
            Text.quoted(out, text);
        } else {
            append(out, text);
        }
    }

    /** Appends text that is already escaped or never needs escaping. */
    private static void append(LineBuffer out, String text) {
        out.put(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String key(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Z}=\"\\\\]", "_");
        return switch (plain) {
            case "ts", "level", "logger", "event", "exception", "" -> plain + "_";
            default -> plain;
        };
    }
}
