package no.abakus.logging;

import java.util.logging.LogRecord;

/**
 * Makes events of {@link Log} readable on a server where logging was not set up. None of our handlers or formatters
 * writes the events there. So this class puts fields and context into the message itself, as {@code key=value}, and the
 * server's own format shows them. Thread-safe.
 */
public final class PlainLines {
    private static final int LONGEST_VALUE = 1_000;

    /** Handlers are created before applications, so the value is final before an application logs its first event. */
    private static volatile boolean needed = true;

    private PlainLines() {}

    /**
     * Tells this class that a handler or formatter writes events with their fields. From then on, messages are bare
     * event names.
     */
    public static void eventsAreWritten() {
        needed = false;
    }

    /** Returns whether fields and context are put into the message. */
    public static boolean areNeeded() {
        return needed;
    }

    /**
     * Logs one warning that logging was not set up on the server, with the consequence and the remedy. Does nothing if
     * logging was set up. Call this method from the part of an application that starts first.
     */
    public static void warnIfNeeded() {
        if (needed) {
            Log.get("no.abakus.logging")
                    .warning(
                            "log_handler_missing",
                            "consequence",
                            "lines have the server's own format, and lines of its own loggers carry no context",
                            "remedy",
                            "set the server up with server-config/wildfly/provision.sh or server-config/payara,"
                                    + " or point it at no.abakus.logging.server.JsonHandler");
        }
    }

    /** Puts fields and context into the record's message, unless a handler or formatter shows them. */
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
            // Formatters treat a message as a pattern, but do not interpret the values they insert.
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

    /** Quotes a value if needed, so that no value can start a second line or look like another field. */
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
