package no.abakus.tasks.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.abakus.tasks.operate.HistoryQuery.Source;
import no.abakus.tasks.operate.HistoryQuery.Term;

/** Parses one query. Not thread-safe. */
final class QueryParser {

    private static final String CONTEXT = "ctx.";

    private static final String FIELDS =
            Arrays.stream(HistoryField.values()).map(HistoryField::word).collect(Collectors.joining(", "));

    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private final String text;
    private final Instant now;
    private final List<Term> terms = new ArrayList<>();
    private Optional<Source> source = Optional.empty();
    private int at;

    QueryParser(String text, Instant now) {
        this.text = text;
        this.now = now;
    }

    HistoryQuery query() {
        if (text.length() > HistoryQuery.LONGEST) {
            throw new InvalidQueryException(
                    HistoryQuery.LONGEST,
                    "q has " + text.length() + " characters, but may have at most " + HistoryQuery.LONGEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw new InvalidQueryException(text.indexOf('\0'), "q contains NUL, which no value can contain");
        }
        for (skipSpaces(); at < text.length(); skipSpaces()) {
            term();
        }
        return new HistoryQuery(source.orElse(Source.HISTORY), terms);
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private void term() {
        int start = at;
        boolean isNot = text.charAt(at) == '-';
        int nameStart = isNot ? start + 1 : start;
        at = nameStart;
        while (at < text.length() && ":<> \"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(nameStart, at);
        char sign = at < text.length() ? text.charAt(at) : ' ';
        if (sign == ':') {
            at++;
            textTerm(name, nameStart, isNot);
        } else if (sign == '<' || sign == '>') {
            at++;
            spanTerm(name, start, isNot, sign == '>');
        } else {
            throw notUnderstood(start);
        }
    }

    private InvalidQueryException notUnderstood(int position) {
        return new InvalidQueryException(
                position,
                "Cannot parse q at position " + position + ". A term is either a field, a colon and a value, such as"
                        + " 'state:failed', or a comparison with a time, such as 'age<1h'. The fields are " + FIELDS
                        + " and ctx.NAME. The comparisons are took, waited and age, each with < or >");
    }

    private void textTerm(String name, int nameStart, boolean isNot) {
        Optional<HistoryField> field = HistoryField.named(name);
        boolean isContext = name.startsWith(CONTEXT) && name.length() > CONTEXT.length();
        if (field.isEmpty() && !isContext) {
            throw notUnderstood(nameStart);
        }
        int valuesStart = at;
        List<String> values = values();
        if (isContext) {
            terms.add(new HistoryQuery.Context(
                    name.substring(CONTEXT.length()),
                    isNot,
                    values.stream().map(TextPattern::new).toList()));
            return;
        }
        if (field.get() == HistoryField.STATE) {
            checkStates(values, valuesStart, isNot);
        }
        terms.add(new HistoryQuery.Text(
                field.get(), isNot, values.stream().map(field.get()::pattern).toList()));
    }

    private void checkStates(List<String> states, int position, boolean isNot) {
        for (String state : states) {
            Source where = sourceOf(state, position);
            // "-state:running" says nothing about where to look.
            if (isNot) {
                continue;
            }
            if (source.isPresent() && source.get() != where) {
                throw new InvalidQueryException(
                        position,
                        "q mixes states of tasks in different places at position " + position
                                + ". Ask separately for running tasks, for waiting and delayed tasks, and for ended"
                                + " tasks");
            }
            source = Optional.of(where);
        }
    }

    private static Source sourceOf(String state, int position) {
        if (HistoryStates.ended(state).isPresent()) {
            return Source.HISTORY;
        }
        for (Source each : Source.values()) {
            if (each.states().contains(state)) {
                return each;
            }
        }
        throw new InvalidQueryException(
                position,
                "'" + state + "' is not a state. The states are succeeded, failed, retry, rejected, revoked, expired,"
                        + " ignored, running, waiting and delayed");
    }

    /**
     * Reads the comma-separated values up to the next space. A value in quotation marks may contain spaces and commas.
     */
    private List<String> values() {
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
        } while (at < text.length() && text.charAt(at++) == ',');
        return values;
    }

    private String value() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new InvalidQueryException(start, "The quotation mark at position " + start + " is not closed");
            }
            at = end + 1;
            if (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
                throw new InvalidQueryException(at, "A space or a comma is missing at position " + at);
            }
            return checked(text.substring(start + 1, end), start);
        }
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
            at++;
        }
        return checked(text.substring(start, at), start);
    }

    private static String checked(String value, int start) {
        if (value.isEmpty()) {
            throw new InvalidQueryException(start, "A value is missing at position " + start);
        }
        return value;
    }

    private void spanTerm(String name, int start, boolean isNot, boolean isMore) {
        int valueStart = at;
        String value = value();
        if (isNot) {
            throw new InvalidQueryException(
                    start, "Use the opposite comparison instead of the minus at position " + start);
        }
        Duration span = span(value, valueStart);
        if (name.equals("took") || name.equals("waited")) {
            terms.add(new HistoryQuery.Span(name.equals("took"), isMore, span));
        } else if (name.equals("age")) {
            terms.add(new HistoryQuery.Ended(!isMore, before(span)));
        } else {
            throw notUnderstood(start);
        }
    }

    /** Returns the instant this long ago, but none before 1970, because databases do not store much earlier times. */
    private Instant before(Duration age) {
        Instant at = now.minus(age);
        return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
    }

    private static Duration span(String value, int position) {
        int digits = 0;
        while (digits < value.length() && Character.isDigit(value.charAt(digits)) && value.charAt(digits) <= '9') {
            digits++;
        }
        Duration unit = UNITS.get(value.substring(digits));
        if (digits == 0 || digits > 9 || unit == null) {
            throw new InvalidQueryException(
                    position,
                    "'" + value + "' at position " + position + " is not a time. A time is a whole number and a unit"
                            + " (ms, s, m, h or d), such as 5s");
        }
        return unit.multipliedBy(Long.parseLong(value.substring(0, digits)));
    }
}
