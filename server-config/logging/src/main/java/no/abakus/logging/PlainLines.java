package no.abakus.logging;

import java.util.logging.LogRecord;

/**
 * Events of {@link Log} where no handler and no formatter of ours writes them, as on a server that was not set up: fields and
 * context then stand in the message itself, as {@code key=value}, so that the server's own format shows them. Thread-safe.
 */
public final class PlainLines {
    private static final int LONGEST_VALUE = 1_000;

    /** Handlers are made before applications are, so that this has settled when the first event is logged. */
    private static volatile boolean needed = true;

    private PlainLines() {}

    /** To be called by whatever writes events whole; from then on messages are bare event names. */
    public static void eventsAreWritten() {
        needed = false;
    }

    /** Whether fields and context stand in the message. */
    public static boolean areNeeded() {
        return needed;
    }

    /**
     * Says, in one line, that the server was not set up, what that means, and what to do; nothing where it was. For the part of an
     * application that starts first.
     */
    public static void warnIfNeeded() {
        if (needed) {
            Log.get("no.abakus.logging")
                    .warning(
                            "log_handler_missing",
                            "consequence",
                            "lines have the server's own format, and those of its own loggers carry no context",
                            "remedy",
                            "set the server up with server-config/wildfly/provision.sh or server-config/payara,"
                                    + " or point it at no.abakus.logging.server.JsonHandler");
        }
    }

    /** Puts fields and context into the record's message, if nothing else shows them. */
    static void dress(LogRecord record, LogEvent event) {
        if (needed) {
            write(record, event);
        }
    }

    static void write(LogRecord record, LogEvent event) {
        String text = text(event);
        if (text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            record.setMessage(text);
        } else {
            // Formatters read a message as a pattern; what they put in for a place, they do not read again.
            record.setMessage("{0}");
            record.setParameters(new Object[] {text, event});
        }
    }

    static String text(LogEvent event) {
        StringBuilder text = new StringBuilder(128).append(event.event());
        event.merged().forEach((key, value) -> text.append(' ')
                .append(quotedIfNeeded(key))
                .append('=')
                .append(quotedIfNeeded(readable(key, value))));
        return text.toString();
    }

    private static String readable(String key, Object value) {
        try {
            String text = String.valueOf(Redaction.active().value(key, value, LONGEST_VALUE + 1));
            return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "[unreadable " + value.getClass().getName() + "]";
        }
    }

    /** Never a second line, and never a field that nobody bound, whatever the value. */
    private static String quotedIfNeeded(String text) {
        boolean plain = !text.isEmpty()
                && text.chars()
                        .noneMatch(c -> c <= ' ' || c == '=' || c == '"' || c == '\\' || Character.isISOControl(c));
        if (plain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return quoted.append('"').toString();
    }
}
