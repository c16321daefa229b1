package no.abakus.tasks.operate;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects dead letters, for example with
 * {@code reason:unknown-task,arguments task:mail.* queue:mail error:"no task*" ctx.tenant:7 age<1h -node:a}. All terms
 * must match. A comma means OR, a minus means NOT, and a star matches any characters. Immutable.
 */
public final class DeadLetterQuery {

    private static final String REASON = "reason";
    private static final String ARGUMENTS = "args";
    private static final String AGE = "age";
    private static final String CONTEXT = "ctx.";

    /** The values of each field, by the field's name. If a field has several values, one matching value is enough. */
    private static final Map<String, Function<DeadLetter, Stream<String>>> FIELDS = fields();

    private final List<Term> terms;

    private DeadLetterQuery(List<Term> terms) {
        this.terms = terms;
    }

    /** A condition on one field. */
    private record Term(String field, Predicate<DeadLetter> condition) {}

    private static Map<String, Function<DeadLetter, Stream<String>>> fields() {
        Map<String, Function<DeadLetter, Stream<String>>> fields = new LinkedHashMap<>();
        fields.put(REASON, letter -> Stream.of(letter.reason()));
        fields.put("task", letter -> Stream.of(letter.task()));
        fields.put("id", letter -> Stream.of(letter.taskId()));
        fields.put("queue", letter -> Stream.of(letter.queue()));
        fields.put("node", letter -> Stream.of(letter.node()));
        fields.put("error", letter -> Stream.of(letter.reason(), error(letter)));
        fields.put(ARGUMENTS, letter -> letter.arguments().stream());
        fields.put("request_id", letter -> letter.requestId().stream());
        fields.put("user", letter -> letter.user().stream());
        return fields;
    }

    /**
     * Parses a query without ages.
     *
     * @throws InvalidQueryException if a part of the query is invalid; the exception says where and why
     */
    public static DeadLetterQuery parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Parses a query.
     *
     * @param now the instant that ages are counted from
     * @throws InvalidQueryException if a part of the query is invalid; the exception says where and why
     */
    public static DeadLetterQuery parse(String text, Instant now) {
        return parse(text, Optional.of(now));
    }

    private static DeadLetterQuery parse(String text, Optional<Instant> now) {
        QueryScanner scan = new QueryScanner(text);
        List<Term> terms = new ArrayList<>();
        while (scan.next()) {
            terms.add(scan.sign() == ':' ? textTerm(scan) : ageTerm(scan, now));
        }
        return new DeadLetterQuery(terms);
    }

    private static Term textTerm(QueryScanner scan) {
        String name = scan.name();
        boolean isNot = scan.isNot();
        Function<DeadLetter, Stream<String>> field = name.startsWith(CONTEXT) && name.length() > CONTEXT.length()
                ? context(name.substring(CONTEXT.length()))
                : FIELDS.get(name);
        if (field == null) {
            throw notUnderstood(scan.nameStart());
        }
        List<TextPattern> wanted = scan.values().stream()
                .map(value -> new TextPattern(value.text()))
                .map(pattern -> name.equals(ARGUMENTS) ? pattern.anywhere() : pattern)
                .toList();
        return new Term(name, letter -> isNot != isAnyOf(field.apply(letter), wanted));
    }

    /** Returns the error as the history shows it for the rejected execution, such as {@code arguments: too many}. */
    private static String error(DeadLetter letter) {
        return letter.reason().isEmpty() || letter.detail().isEmpty()
                ? letter.reason() + letter.detail()
                : letter.reason() + ": " + letter.detail();
    }

    private static Function<DeadLetter, Stream<String>> context(String key) {
        return letter -> Optional.ofNullable(letter.context().get(key)).stream();
    }

    /** Whether at least one value matches at least one pattern. An unknown value matches no pattern. */
    private static boolean isAnyOf(Stream<String> values, List<TextPattern> patterns) {
        return values.filter(value -> !value.isEmpty())
                .anyMatch(value -> patterns.stream().anyMatch(pattern -> pattern.fits(value)));
    }

    private static Term ageTerm(QueryScanner scan, Optional<Instant> now) {
        if (scan.sign() == ' ' || !scan.name().equals(AGE) || now.isEmpty()) {
            throw notUnderstood(scan.start());
        }
        if (scan.isNot()) {
            throw new InvalidQueryException(
                    scan.start(), "Use the opposite comparison instead of the minus at position " + scan.start());
        }
        boolean isOlder = scan.sign() == '>';
        Instant limit = QuerySpan.before(now.get(), QuerySpan.of(scan.value()));
        return new Term(AGE, letter -> time(letter)
                .filter(at -> isOlder ? at.isBefore(limit) : at.isAfter(limit))
                .isPresent());
    }

    /** Returns the time at which the message became a dead letter; empty if the time is missing or invalid. */
    private static Optional<Instant> time(DeadLetter letter) {
        try {
            return Optional.of(Instant.parse(letter.at()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static InvalidQueryException notUnderstood(int position) {
        return new InvalidQueryException(
                position,
                "Cannot parse q at position " + position + ". A term is either a field, a colon and a value, such as"
                        + " 'reason:unknown-task', or a comparison with a time, such as 'age<1h'. The fields of dead"
                        + " letters are " + String.join(", ", FIELDS.keySet()) + " and ctx.NAME. The comparison is"
                        + " age, with < or >");
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
