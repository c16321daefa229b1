package no.abakus.tasks.console.executions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import no.abakus.tasks.console.control.ProgressView;

/**
 * Executions as lines of a CSV file (RFC 4180), with a column for each member of {@link ExecutionView}. A value that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvRow {

    /** Exported executions have ended, so they have no progress. */
    private static final RecordComponent[] MEMBERS = Arrays.stream(ExecutionView.class.getRecordComponents())
            .filter(member -> member.getType() != ProgressView.class)
            .toArray(RecordComponent[]::new);

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String END = "\r\n";

    private CsvRow() {}

    static String head() {
        return Arrays.stream(MEMBERS)
                        .map(member ->
                                member.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(","))
                + END;
    }

    static String of(ExecutionView view) {
        return Arrays.stream(MEMBERS).map(member -> field(value(member, view))).collect(Collectors.joining(",")) + END;
    }

    private static Object value(RecordComponent member, ExecutionView view) {
        try {
            return member.getAccessor().invoke(view);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The accessor of a record failed", e);
        }
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (!(value instanceof String) || text.isEmpty()) {
            return text;
        }
        String safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
