package no.abakus.tasks.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects dead letters, for example with {@code reason:unknown-task,arguments task:mail.* queue:mail -node:a}. All
 * terms must match. A comma means OR, a minus means NOT, and a star matches any text. Immutable.
 */
public final class DeadLetterQuery {

    private static final int LONGEST = 1_000;

    private static final Map<String, Function<DeadLetter, String>> FIELDS = Map.of(
            "reason", DeadLetter::reason,
            "task", DeadLetter::task,
            "id", DeadLetter::taskId,
            "queue", DeadLetter::queue,
            "node", DeadLetter::node);

    private static final String REASON = "reason";

    private final List<Term> terms;

    private DeadLetterQuery(List<Term> terms) {
        this.terms = terms;
    }

    /** A condition on one field. */
    private record Term(String field, Predicate<DeadLetter> condition) {}

    /**
     * Parses a query.
     *
     * @throws InvalidQueryException if a part of the query is invalid; the exception says where and why
     */
    public static DeadLetterQuery parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidQueryException(
                    LONGEST, "q has " + text.length() + " characters, but may have at most " + LONGEST);
        }
        List<Term> terms = new ArrayList<>();
        int position = 0;
        for (String term : text.split(" ", -1)) {
            if (!term.isEmpty()) {
                terms.add(term(term, position));
            }
            position += term.length() + 1;
        }
        return new DeadLetterQuery(terms);
    }

    private static Term term(String term, int position) {
        boolean isNot = term.startsWith("-");
        String plain = isNot ? term.substring(1) : term;
        int colon = plain.indexOf(':');
        Function<DeadLetter, String> field = colon < 0 ? null : FIELDS.get(plain.substring(0, colon));
        if (field == null || colon == plain.length() - 1) {
            throw new InvalidQueryException(
                    position,
                    "Cannot parse q at position " + position
                            + ". Each term is a field, a colon and a value, such as 'reason:unknown-task'. The fields"
                            + " are reason, task, id, queue and node");
        }
        List<TextPattern> wanted = Stream.of(plain.substring(colon + 1).split(",", -1))
                .map(TextPattern::new)
                .toList();
        return new Term(
                plain.substring(0, colon),
                letter -> isNot != wanted.stream().anyMatch(pattern -> pattern.fits(field.apply(letter))));
    }

    /** Whether the query selects this letter. */
    public boolean fits(DeadLetter letter) {
        return terms.stream().allMatch(term -> term.condition().test(letter));
    }

    /** Returns this query without its terms for reasons, so that its letters can be counted by reason. */
    public DeadLetterQuery withoutReasons() {
        return new DeadLetterQuery(
                terms.stream().filter(term -> !term.field().equals(REASON)).toList());
    }
}
