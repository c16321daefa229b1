package no.abakus.tasks.console.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import no.abakus.tasks.operate.DeadLetter;

/**
 * Selects dead letters: {@code reason:unknown-task,arguments task:mail.* queue:mail -node:a}. All terms must match. A
 * comma means OR, a minus means NOT, and a star matches any text.
 */
final class LetterQuery {

    private static final int LONGEST = 1_000;

    private static final Map<String, Function<DeadLetter, String>> FIELDS = Map.of(
            "reason", DeadLetter::reason,
            "task", DeadLetter::task,
            "id", DeadLetter::taskId,
            "queue", DeadLetter::queue,
            "node", DeadLetter::node);

    private final List<Predicate<DeadLetter>> terms;

    private LetterQuery(List<Predicate<DeadLetter>> terms) {
        this.terms = terms;
    }

    /**
     * Parses a query.
     *
     * @throws IllegalArgumentException if a part of it is invalid; the message says which
     */
    static LetterQuery parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "q has " + text.length() + " characters, but may have at most " + LONGEST);
        }
        List<Predicate<DeadLetter>> terms = new ArrayList<>();
        int position = 0;
        for (String term : text.split(" ", -1)) {
            if (!term.isEmpty()) {
                terms.add(term(term, position));
            }
            position += term.length() + 1;
        }
        return new LetterQuery(terms);
    }

    private static Predicate<DeadLetter> term(String term, int position) {
        boolean isNot = term.startsWith("-");
        String plain = isNot ? term.substring(1) : term;
        int colon = plain.indexOf(':');
        Function<DeadLetter, String> field = colon < 0 ? null : FIELDS.get(plain.substring(0, colon));
        if (field == null || colon == plain.length() - 1) {
            throw new IllegalArgumentException("q is not understood at position " + position
                    + "; a term is reason:, task:, id:, queue: or node: and a text, such as reason:unknown-task");
        }
        String[] wanted = plain.substring(colon + 1).split(",", -1);
        return letter -> isNot != fitsOne(wanted, field.apply(letter));
    }

    private static boolean fitsOne(String[] wanted, String value) {
        for (String one : wanted) {
            if (fits(one, value)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Matches the parts between stars in turn, each at its first occurrence, so the time is linear in the length of the
     * text.
     */
    private static boolean fits(String pattern, String value) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(value);
        }
        String last = parts[parts.length - 1];
        if (!value.startsWith(parts[0])
                || value.length() < parts[0].length() + last.length()
                || !value.endsWith(last)) {
            return false;
        }
        int from = parts[0].length();
        int end = value.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = value.indexOf(parts[i], from);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }

    boolean fits(DeadLetter letter) {
        return terms.stream().allMatch(term -> term.test(letter));
    }
}
