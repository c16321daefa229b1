package no.abakus.tasks.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import no.abakus.tasks.port.HistoryRow;

/**
 * The last failures and the last other executions of this node, for queries when no database is available. Thread-safe.
 */
final class RecentEnds {

    static final int ENDS = 500;
    static final int FAILURES = 100;

    private final Deque<HistoryRow> ends = new ArrayDeque<>(ENDS);
    private final Deque<HistoryRow> failures = new ArrayDeque<>(FAILURES);

    synchronized void add(HistoryRow row) {
        if (row.ended().isFailure()) {
            add(failures, row, FAILURES);
        } else {
            add(ends, row, ENDS);
        }
    }

    private static void add(Deque<HistoryRow> to, HistoryRow row, int most) {
        if (to.size() == most) {
            to.removeFirst();
        }
        to.addLast(row);
    }

    /** Returns all rows, the latest first. */
    synchronized List<HistoryRow> all() {
        List<HistoryRow> all =
                new ArrayList<>(Stream.concat(ends.stream(), failures.stream()).toList());
        all.sort(Comparator.comparingLong((HistoryRow row) -> row.ended().id()).reversed());
        return all;
    }
}
