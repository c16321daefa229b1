package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.TextPattern;

/**
 * Selects groups of failures by {@code task:}, {@code error:}, {@code group:} and {@code age<}.
 *
 * @param since selects the groups whose last failure is not older than this
 * @param texts the other terms
 */
record GroupQuery(Instant since, List<HistoryQuery.Text> texts) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<HistoryField> FIELDS = List.of(HistoryField.TASK, HistoryField.ERROR, HistoryField.GROUP);

    static GroupQuery of(String q, Instant now) {
        Instant since = now.minus(DAY);
        List<HistoryQuery.Text> texts = new ArrayList<>();
        for (HistoryQuery.Term term : HistoryQuery.parse(q, now).terms()) {
            if (term instanceof HistoryQuery.Text text && FIELDS.contains(text.field())) {
                texts.add(text);
            } else if (term instanceof HistoryQuery.Ended ended && ended.after()) {
                since = ended.at();
            } else {
                throw new InvalidQueryException(
                        HistoryQuery.position(q, one -> !isOfGroups(one)),
                        "Groups can only be selected by task:, error:, group: and age<");
            }
        }
        return new GroupQuery(since, texts);
    }

    private static boolean isOfGroups(HistoryQuery.Term term) {
        return term instanceof HistoryQuery.Text text
                ? FIELDS.contains(text.field())
                : term instanceof HistoryQuery.Ended ended && ended.after();
    }

    boolean fits(FailureGroup group) {
        return texts.stream()
                .allMatch(text ->
                        text.not() != text.patterns().stream().anyMatch(pattern -> fits(text.field(), pattern, group)));
    }

    private static boolean fits(HistoryField field, TextPattern pattern, FailureGroup group) {
        if (field == HistoryField.TASK) {
            return pattern.fits(group.task());
        }
        if (field == HistoryField.GROUP) {
            return pattern.fits(group.id());
        }
        String type = group.errorType();
        return pattern.fits(type) || pattern.fits(type.substring(type.lastIndexOf('.') + 1));
    }
}
