package no.abakus.logging;

import java.util.ArrayList;
import java.util.List;
import no.abakus.logging.secret.OwnForm;

/** Reads the patterns of secrets that an operator has set. Blanks separate the patterns. */
final class SecretForms {
    private SecretForms() {}

    /** Returns the valid patterns. */
    static List<String> readable(String text) {
        List<String> forms = new ArrayList<>();
        for (String form : all(text)) {
            if (problemOf(form) == null) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** Returns the problems of the invalid patterns; null if all patterns are valid. */
    static String problem(String text) {
        List<String> problems = new ArrayList<>();
        for (String form : all(text)) {
            String problem = problemOf(form);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems.isEmpty() ? null : String.join(". ", problems);
    }

    private static String problemOf(String form) {
        try {
            OwnForm.of(form);
            return null;
        } catch (IllegalArgumentException unreadable) {
            return unreadable.getMessage();
        }
    }

    private static List<String> all(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
