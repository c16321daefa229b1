package no.abakus.tasks.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;

/**
 * Summarizes the arguments of a call on one short line, such as {@code to="[redacted]", subject="hei"}, for consoles
 * that list messages without their bodies. The line is truncated, and redacted like a log line. Redaction considers
 * parameter names as well. Celery: {@code argsrepr} and {@code kwargsrepr}.
 */
public final class ArgumentSummary {

    private static final String ELLIPSIS = "…";

    /** Characters that break a line or control a console. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private final int maxLength;
    private final Redaction redaction;
    private final TaskSerializer serializer;

    public ArgumentSummary(MessageConfig config, Redaction redaction, TaskSerializer serializer) {
        this.maxLength = config.argumentSummarySize();
        this.redaction = redaction;
        this.serializer = serializer;
    }

    /**
     * Returns the line; empty if summaries are switched off or there are no arguments.
     *
     * @param names the names of the task's parameters that are known here; there may be fewer names than arguments
     */
    public Optional<String> of(TaskArguments arguments, List<String> names) {
        if (maxLength == 0 || (arguments.args().isEmpty() && arguments.kwargs().isEmpty())) {
            return Optional.empty();
        }
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < arguments.args().size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            shown.add(show(name, arguments.args().get(i)));
        }
        arguments.kwargs().forEach((name, value) -> shown.add(show(name, value)));
        String line = String.join(", ", shown);
        return Optional.of(BREAKS.matcher(cut(line)).replaceAll(" "));
    }

    private String cut(String line) {
        if (line.length() <= maxLength) {
            return line;
        }
        int end = maxLength - ELLIPSIS.length();
        boolean halfCharacter = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, halfCharacter ? end - 1 : end) + ELLIPSIS;
    }

    private String show(String name, Object value) {
        String shown = shownValue(name, value);
        return name.isEmpty() ? shown : name + "=" + shown;
    }

    private String shownValue(String name, Object value) {
        try {
            Object plain = isPlain(value) ? value : serializer.convert(value, Object.class);
            Object clean = redaction.value(name, plain, maxLength);
            return clean instanceof String text ? '"' + text + '"' : String.valueOf(clean);
        } catch (IllegalArgumentException e) {
            return "<" + value.getClass().getSimpleName() + ">";
        }
    }

    /** Whether the value has no named parts that redaction must see. */
    private static boolean isPlain(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
