package no.abakus.tasks.history.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.TextPattern;

/** Says how to narrow a query that takes too long. */
final class Narrower {

    private Narrower() {}

    /** Returns the sentences for users. */
    static String sentence(HistoryQuery query, Duration limit) {
        List<String> ways = new ArrayList<>();
        if (query.terms().stream().noneMatch(Narrower::isIndexed)) {
            ways.add("add an exact id, request_id, user, group or task");
        }
        boolean isBounded =
                query.terms().stream().anyMatch(term -> term instanceof HistoryQuery.Ended ended && ended.after());
        ways.add(isBounded ? "choose a shorter age" : "add an age, such as 'age<1h'");
        if (query.terms().stream().anyMatch(Narrower::isSearched)) {
            ways.add("leave out args, error, ctx and patterns with a star");
        }
        return "The query was cancelled after " + limit.toSeconds() + " s. To narrow it, " + String.join(". Or ", ways)
                + ".";
    }

    private static boolean isIndexed(HistoryQuery.Term term) {
        return term instanceof HistoryQuery.Text text
                && !text.not()
                && Selection.SELECTIVE.contains(text.field())
                && text.patterns().stream().allMatch(TextPattern::isExact);
    }

    /** Whether the database must examine each row to check this term. */
    private static boolean isSearched(HistoryQuery.Term term) {
        return term instanceof HistoryQuery.Context
                || (term instanceof HistoryQuery.Text text
                        && (text.field() == HistoryField.ERROR
                                || text.patterns().stream().anyMatch(pattern -> !pattern.isExact())));
    }
}
