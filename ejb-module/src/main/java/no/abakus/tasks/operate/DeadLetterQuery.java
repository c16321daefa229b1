package no.abakus.tasks.operate;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Map<String, Field> FIELDS = fields();

    private final List<Term> terms;

    private DeadLetterQuery(List<Term> terms) {
        this.terms = terms;
    }

    /** A condition on one field, and the redacted parts that it reads. */
    private record Term(String field, Set<DeadLetter.Part> read, Predicate<DeadLetter> condition) {}

    /** The values of a field, and the redacted parts that they come from. One matching value is enough. */
    private record Field(Set<DeadLetter.Part> read, Function<DeadLetter, Stream<String>> values) {

        static Field of(Function<DeadLetter, String> value) {
            return new Field(Set.of(), letter -> Stream.of(value.apply(letter)));
        }

        static Field of(DeadLetter.Part read, Function<DeadLetter, Stream<String>> values) {
            return new Field(Set.of(read), values);
        }
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put(REASON, Field.of(DeadLetter::reason));
        fields.put("task", Field.of(DeadLetter::task));
        fields.put("id", Field.of(DeadLetter::taskId));
        fields.put("queue", Field.of(DeadLetter::queue));
        fields.put("node", Field.of(DeadLetter::node));
        fields.put("error", Field.of(DeadLetter.Part.DETAIL, letter -> Stream.of(letter.reason(), error(letter))));
        fields.put(ARGUMENTS, Field.of(DeadLetter.Part.ARGUMENTS, letter -> letter.arguments().stream()));
        fields.put("request_id", Field.of(DeadLetter.Part.CONTEXT, letter -> letter.requestId().stream()));
        fields.put("user", Field.of(DeadLetter.Part.CONTEXT, letter -> letter.user().stream()));
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
        Field field = name.startsWith(CONTEXT) && name.length() > CONTEXT.length()
                ? context(name.substring(CONTEXT.length()))
                : FIELDS.get(name);
        if (field == null) {
            throw notUnderstood(scan.nameStart());
        }
        List<TextPattern> wanted = scan.values().stream()
                .map(value -> new TextPattern(value.text()))
                .map(pattern -> name.equals(ARGUMENTS) ? pattern.anywhere() : pattern)
                .toList();
        return new Term(
                name, field.read(), letter -> isNot != isAnyOf(field.values().apply(letter), wanted));
    }

    /** Returns the error as the history shows it for the rejected execution, such as {@code arguments: too many}. */
    private static String error(DeadLetter letter) {
        return letter.reason().isEmpty() || letter.detail().isEmpty()
                ? letter.reason() + letter.detail()
                : letter.reason() + ": " + letter.detail();
    }

    private static Field context(String key) {
        return Field.of(
                DeadLetter.Part.CONTEXT,
                letter -> Optional.ofNullable(letter.context().get(key)).stream());
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
        return new Term(AGE, Set.of(), letter -> time(letter)
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

    /** Returns the redacted parts of a letter that {@link #fits} reads. */
    public Set<DeadLetter.Part> read() {
        Set<DeadLetter.Part> read = EnumSet.noneOf(DeadLetter.Part.class);
        terms.forEach(term -> read.addAll(term.read()));
        return read;
    }

    /** Returns this query without its terms for reasons, so that its letters can be counted by reason. */
    public DeadLetterQuery withoutReasons() {
        return new DeadLetterQuery(
                terms.stream().filter(term -> !term.field().equals(REASON)).toList());
    }
}
