package no.abakus.logging;

import java.util.Arrays;

/** Fills the placeholders in an event's name with the first arguments. The remaining arguments are fields. */
final class Positional {
    private static final String PLACE = "{}";

    private Positional() {}

    static LogEvent event(String event, LogContext context, LogContext bound, Object[] arguments) {
        if (event == null || arguments == null || arguments.length == 0 || event.indexOf(PLACE) < 0) {
            return new LogEvent(event, context, bound, arguments);
        }
        StringBuilder text = new StringBuilder(event.length() + 32);
        int used = 0;
        int from = 0;
        int place = event.indexOf(PLACE);
        while (place >= 0 && used < arguments.length) {
            text.append(event, from, place).append(text(arguments[used++]));
            from = place + PLACE.length();
            place = event.indexOf(PLACE, from);
        }
        text.append(event, from, event.length());
        Object[] fields = Arrays.copyOfRange(arguments, used, arguments.length);
        return new LogEvent(text.toString(), context, bound, fields);
    }

    private static String text(Object argument) {
        try {
            return String.valueOf(Redaction.active().value(null, argument));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "[unreadable " + argument.getClass().getName() + "]";
        }
    }
}
