package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStore;
import no.abakus.tasks.port.MinuteStore;

/**
 * Writes rows and counts to the store. While the store is unavailable, rows wait in the ring and counts add up. Rows
 * that do not fit in the ring are dropped, and their number is counted. Thread-safe.
 */
final class HistoryWriter {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final int BATCH = 500;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);

    private final Ring ring;
    private final MinuteCounters counters;
    private final HistoryStore ends;
    private final MinuteStore minutes;
    private final TaskClock clock;
    private List<HistoryRow> batch = List.of();
    private Instant nextTry = Instant.MIN;
    private Instant nextCounts = Instant.MIN;
    private long droppedBefore;
    private volatile boolean isAway;

    HistoryWriter(Ring ring, MinuteCounters counters, HistoryStore ends, MinuteStore minutes, TaskClock clock) {
        this.ring = ring;
        this.counters = counters;
        this.ends = ends;
        this.minutes = minutes;
        this.clock = clock;
    }

    /** Whether the store was unavailable at the last write. */
    boolean isAway() {
        return isAway;
    }

    /** Writes the waiting rows, and every two seconds the counts. Does nothing for two seconds after a failed try. */
    synchronized void flush() {
        if (clock.now().isBefore(nextTry)) {
            return;
        }
        try {
            writeRows();
            if (!clock.now().isBefore(nextCounts)) {
                writeCounts();
                nextCounts = clock.now().plus(BETWEEN_COUNTS);
            }
            nextTry = Instant.MIN;
            isBack();
        } catch (OperationalException e) {
            nextTry = clock.now().plus(BETWEEN_TRIES);
            wentAway(e);
        }
    }

    /** Writes everything now, because the node stops. */
    synchronized void finish() {
        nextTry = Instant.MIN;
        nextCounts = Instant.MIN;
        flush();
    }

    private void writeRows() {
        while (true) {
            if (batch.isEmpty()) {
                batch = ring.take(BATCH);
            }
            if (batch.isEmpty()) {
                return;
            }
            try {
                ends.add(batch);
            } catch (OperationalException e) {
                throw e;
            } catch (RuntimeException e) {
                eachAlone(e);
            }
            batch = List.of();
        }
    }

    /**
     * Writes each row on its own, because the store does not accept all of them. Rows that the store rejects are
     * dropped, and the others are stored. If a rejected row were retried forever, all rows behind it would wait, and so
     * would failed tasks that wait for room.
     */
    private void eachAlone(RuntimeException rejected) {
        log.debug("history_row_rejected", rejected, "rows", batch.size());
        int refused = 0;
        for (HistoryRow row : batch) {
            try {
                ends.add(List.of(row));
            } catch (OperationalException e) {
                throw e;
            } catch (RuntimeException e) {
                refused++;
            }
        }
        ring.drop(refused);
    }

    private void writeCounts() {
        List<MinuteCounts> counts = counters.take();
        if (counts.isEmpty()) {
            return;
        }
        try {
            minutes.count(counts);
        } catch (OperationalException e) {
            counters.giveBack(counts);
            throw e;
        } catch (TaskException e) {
            log.debug("history_row_rejected", e, "rows", counts.size());
        }
    }

    private void wentAway(OperationalException e) {
        if (!isAway) {
            isAway = true;
            log.error(
                    "history_not_kept",
                    e,
                    "next",
                    "the node keeps the last executions in memory and tries again every 2 s");
        }
    }

    private void isBack() {
        if (isAway) {
            isAway = false;
            log.info("history_kept_again", "dropped", ring.dropped() - droppedBefore);
            droppedBefore = ring.dropped();
        }
    }
}
