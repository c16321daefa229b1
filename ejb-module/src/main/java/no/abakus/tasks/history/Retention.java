package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.abakus.tasks.config.HistoryConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.HistoryKeys;
import no.abakus.tasks.port.HistoryStores;

/** Deletes rows that are older than their retention, in small steps. Use it from one thread at a time. */
final class Retention {

    private static final Duration MINUTES = Duration.ofDays(2);
    private static final Duration HOURS = Duration.ofDays(365);
    private static final Duration AUDIT = Duration.ofDays(365);
    /** If no task of an application has ended for this long, the application is assumed to be gone. */
    private static final Duration FORSAKEN = Duration.ofDays(365);

    private static final Duration BETWEEN_COUNTS = Duration.ofHours(1);

    /** Each part of a run ends after this many steps, such as deletions of 1,000 rows; the next run continues. */
    private static final int STEPS = 500;

    private final HistoryStores stores;
    private final HistoryConfig config;
    private final TaskClock clock;

    /** All rows below this key have been deleted, except failures. */
    private long from;

    private long tooMany;
    private Instant nextCount = Instant.MIN;
    private Instant nextForsaken = Instant.MIN;

    Retention(HistoryStores stores, HistoryConfig config, TaskClock clock) {
        this.stores = stores;
        this.config = config;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.now();
        countRows(now);
        long failures = Math.max(tooMany, key(now.minus(config.failureRetention())));
        long ends = Math.max(failures, key(now.minus(config.retention())));
        removeAll(failures);
        removeAllButFailures(ends);
        stores.groups().removeGroups(now.minus(config.failureRetention()));
        removeForsaken(now);
        Instant aged = now.minus(MINUTES).truncatedTo(ChronoUnit.HOURS);
        boolean hasMore = true;
        for (int step = 0; step < STEPS && hasMore; step++) {
            hasMore = stores.minutes().rollUpAnHour(aged);
        }
        stores.minutes().removeMinutes(now.minus(HOURS));
        stores.audit().removeEntries(now.minus(AUDIT));
    }

    private void removeAll(long below) {
        boolean hasMore = true;
        for (int step = 0; step < STEPS && hasMore; step++) {
            hasMore = stores.ends().remove(0, below, true).isPresent();
        }
    }

    private void removeAllButFailures(long below) {
        for (int step = 0; step < STEPS; step++) {
            Optional<Long> next = stores.ends().remove(from, below, false);
            if (next.isEmpty()) {
                return;
            }
            from = next.get();
        }
    }

    private void removeForsaken(Instant now) {
        if (!now.isBefore(nextForsaken)) {
            stores.ends().removeForsaken(now.minus(FORSAKEN));
            nextForsaken = now.plus(BETWEEN_COUNTS);
        }
    }

    private void countRows(Instant now) {
        if (!now.isBefore(nextCount)) {
            tooMany = stores.ends().keyAfter(config.maxRows()).orElse(0L);
            nextCount = now.plus(BETWEEN_COUNTS);
        }
    }

    private static long key(Instant instant) {
        return HistoryKeys.from(instant);
    }
}
