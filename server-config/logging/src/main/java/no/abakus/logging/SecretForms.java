package no.abakus.logging;

import java.util.ArrayList;
import java.util.List;
import no.abakus.logging.secret.OwnForm;

/** Reads the forms of secrets that an operator has named, separated by blanks. */
final class SecretForms {
    private SecretForms() {}

    /** Those that can be read. */
    static List<String> readable(String text) {
        List<String> forms = new ArrayList<>();
        for (String form : all(text)) {
            if (problemOf(form) == null) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** What is wrong with those that cannot be read; null when nothing is. */
    static String problem(String text) {
        List<String> problems = new ArrayList<>();
        for (String form : all(text)) {
            String problem = problemOf(form);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems.isEmpty() ? null : String.join("; ", problems);
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
