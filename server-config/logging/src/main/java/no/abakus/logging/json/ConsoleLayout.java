package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

/**
 * Lines for a developer at a terminal. A line shows local time, level and event in columns, then the event's fields,
 * and then the logger and the context, both dimmed. For an exception, the frames of your own code follow. Continued
 * lines are indented, so that no message can look like a separate line.
 */
final class ConsoleLayout implements LineLayout {
    private static final int LEVEL_WIDTH = 8;
    private static final int EVENT_WIDTH = 30;
    private static final String CONTINUED = "\n    | ";

    /** Fields that are the same on every line of a process, so a developer knows them. */
    private static final Set<String> KNOWN_ANYWAY = Set.of("system", "version", "environment");

    private final LineEncoder encoder;
    private final Colours colours;
    private final Keys keys;
    private final DateTimeFormatter time;

    ConsoleLayout(LineEncoder encoder, Colours colours, ZoneId zone) {
        this.encoder = encoder;
        this.colours = colours;
        this.keys = encoder.keys(name -> PlainValue.of(name, encoder, encoder.limits()));
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
    }

    @Override
    public void write(LineParts line, FieldWriter writer, Limits limits) {
        StringBuilder text = new StringBuilder(256);
        String level = LevelName.text(line.level());
        coloured(text, colours.dim, time.format(line.time())).append(' ');
        coloured(text, colours.of(level), padded(level, LEVEL_WIDTH)).append(' ');
        coloured(text, colours.bold, padded(sentence(line.event(), CONTINUED, limits), EVENT_WIDTH));
        int left = line.inherited();
        StringBuilder context = new StringBuilder(128);
        for (Map.Entry<String, Object> field : line.fields().entrySet()) {
            if (left-- <= 0) {
                field(text, field.getKey(), field.getValue(), colours.key, colours.value, limits);
            } else if (field.getValue() != null && !KNOWN_ANYWAY.contains(field.getKey())) {
                field(context, field.getKey(), field.getValue(), "", "", limits);
            }
        }
        text.append(' ');
        coloured(text, colours.dim, "[" + shortened(sentence(line.logger(), " ", limits)) + "]" + context);
        text.append('\n');
        if (line.thrown() != null) {
            text.append(UserFrames.of(line.thrown(), encoder.redaction(), limits));
        }
        writer.out.limit(Integer.MAX_VALUE);
        writer.out.put(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void field(
            StringBuilder text, String name, Object value, String keyColour, String valueColour, Limits limits) {
        Key key = keys.field(name);
        text.append(' ');
        coloured(text, keyColour, key.name).append('=');
        coloured(text, valueColour, PlainValue.of(key, value, encoder, limits));
    }

    private StringBuilder coloured(StringBuilder text, String colour, String shown) {
        return colour.isEmpty()
                ? text.append(shown)
                : text.append(colour).append(shown).append(colours.end);
    }

    /**
     * Returns the message redacted and shortened. Each line break becomes {@code lineBreak}, and no characters that
     * would control a terminal remain.
     */
    private String sentence(String message, String lineBreak, Limits limits) {
        String given = String.valueOf(message).stripTrailing();
        String clean = encoder.redaction().text(given, limits.textChars());
        int end = clean.length();
        StringBuilder text = new StringBuilder(end + 16);
        for (int i = 0; i < end; i++) {
            char c = clean.charAt(i);
            if (c == '\n') {
                text.append(lineBreak);
            } else if (c == '\t' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                text.append(' ');
            } else if (c != '\r') {
                text.append(Character.isISOControl(c) ? '\ufffd' : c);
            }
        }
        if (given.length() > limits.textChars()) {
            text.append("…[+").append(given.length() - limits.textChars()).append(" chars]");
        }
        return text.toString();
    }

    /** Returns {@code n.a.s.Mailer} for {@code no.abakus.sample.Mailer}. */
    private static String shortened(String logger) {
        StringBuilder text = new StringBuilder(logger.length());
        int from = 0;
        for (int dot = logger.indexOf('.'); dot >= 0; dot = logger.indexOf('.', from)) {
            text.append(logger, from, Math.min(from + 1, dot)).append('.');
            from = dot + 1;
        }
        return text.append(logger, from, logger.length()).toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
