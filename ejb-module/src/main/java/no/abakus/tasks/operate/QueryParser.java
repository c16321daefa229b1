package no.abakus.tasks.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.abakus.tasks.operate.HistoryQuery.Source;
import no.abakus.tasks.operate.HistoryQuery.Term;

/** Parses one query of executions. Not thread-safe. */
final class QueryParser {

    private static final String CONTEXT = "ctx.";

    private static final String FIELDS =
            Arrays.stream(HistoryField.values()).map(HistoryField::word).collect(Collectors.joining(", "));

    private final QueryScanner scan;
    private final Instant now;
    private final List<Term> terms = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private Optional<Source> source = Optional.empty();

    QueryParser(String text, Instant now) {
        this.scan = new QueryScanner(text);
        this.now = now;
    }

    HistoryQuery query() {
        while (scan.next()) {
            starts.add(scan.start());
            term();
        }
        return new HistoryQuery(source.orElse(Source.HISTORY), terms);
    }

    /** Returns the position of each term, in order. Call this after {@link #query}. */
    List<Integer> starts() {
        return starts;
    }

    private void term() {
        char sign = scan.sign();
        if (sign == ':') {
            textTerm();
        } else if (sign == '<' || sign == '>') {
            spanTerm(sign == '>');
        } else {
            throw notUnderstood(scan.start());
        }
    }

    private static InvalidQueryException notUnderstood(int position) {
        return new InvalidQueryException(
                position,
                "Cannot parse q at position " + position + ". A term is either a field, a colon and a value, such as"
                        + " 'state:failed', or a comparison with a time, such as 'age<1h'. The fields are " + FIELDS
                        + " and ctx.NAME. The comparisons are took, waited and age, each with < or >");
    }

    private void textTerm() {
        String name = scan.name();
        Optional<HistoryField> field = HistoryField.named(name);
        boolean isContext = name.startsWith(CONTEXT) && name.length() > CONTEXT.length();
        if (field.isEmpty() && !isContext) {
            throw notUnderstood(scan.nameStart());
        }
        List<QueryScanner.Value> values = scan.values();
        if (isContext) {
            terms.add(new HistoryQuery.Context(
                    name.substring(CONTEXT.length()),
                    scan.isNot(),
                    values.stream().map(value -> new TextPattern(value.text())).toList()));
            return;
        }
        if (field.get() == HistoryField.STATE) {
            values.forEach(this::checkState);
        }
        terms.add(new HistoryQuery.Text(
                field.get(),
                scan.isNot(),
                values.stream().map(value -> field.get().pattern(value.text())).toList()));
    }

    private void checkState(QueryScanner.Value state) {
        Source where = sourceOf(state);
        // "-state:running" says nothing about where to look.
        if (scan.isNot()) {
            return;
        }
        if (source.isPresent() && source.get() != where) {
            throw new InvalidQueryException(
                    state.position(),
                    "q mixes states of tasks in different places at position " + state.position()
                            + ". Ask separately for running tasks, for waiting and delayed tasks, and for ended"
                            + " tasks");
        }
        source = Optional.of(where);
    }

    private static Source sourceOf(QueryScanner.Value state) {
        if (HistoryStates.ended(state.text()).isPresent()) {
            return Source.HISTORY;
        }
        for (Source each : Source.values()) {
            if (each.states().contains(state.text())) {
                return each;
            }
        }
        throw new InvalidQueryException(
                state.position(),
                "'" + state.text() + "' is not a state. The states are succeeded, failed, retry, rejected, revoked,"
                        + " expired, ignored, running, waiting and delayed");
    }

    private void spanTerm(boolean isMore) {
        QueryScanner.Value value = scan.value();
        if (scan.isNot()) {
            throw new InvalidQueryException(
                    scan.start(), "Use the opposite comparison instead of the minus at position " + scan.start());
        }
        Duration span = QuerySpan.of(value);
        String name = scan.name();
        if (name.equals("took") || name.equals("waited")) {
            terms.add(new HistoryQuery.Span(name.equals("took"), isMore, span));
        } else if (name.equals("age")) {
            terms.add(new HistoryQuery.Ended(!isMore, QuerySpan.before(now, span)));
        } else {
            throw notUnderstood(scan.start());
        }
    }
}
