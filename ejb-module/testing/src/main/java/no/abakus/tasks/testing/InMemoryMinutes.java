package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.MinuteStore;

/** The counts of ended tasks, by minute and hour. Thread-safe. */
final class InMemoryMinutes implements MinuteStore {

    private final List<MinuteCounts> minutes = new ArrayList<>();
    private final Runnable reach;

    /** @param reach throws an exception if the store cannot be reached */
    InMemoryMinutes(Runnable reach) {
        this.reach = reach;
    }

    @Override
    public synchronized void count(List<MinuteCounts> counts) {
        reach.run();
        counts.forEach(this::count);
    }

    private void count(MinuteCounts one) {
        for (int i = 0; i < minutes.size(); i++) {
            MinuteCounts before = minutes.get(i);
            if (before.at().equals(one.at())
                    && before.node().equals(one.node())
                    && before.task().equals(one.task())) {
                minutes.set(i, before.plus(one));
                return;
            }
        }
        minutes.add(one);
    }

    @Override
    public synchronized List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task) {
        reach.run();
        return minutes.stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .filter(one -> task.isEmpty() || task.get().equals(one.task()))
                .sorted(Comparator.comparing(MinuteCounts::at)
                        .thenComparing(MinuteCounts::task)
                        .thenComparing(MinuteCounts::node))
                .toList();
    }

    @Override
    public synchronized boolean rollUpAnHour(Instant before) {
        reach.run();
        Optional<Instant> first = minutes.stream()
                .filter(one -> !one.node().isEmpty() && one.at().isBefore(before))
                .map(MinuteCounts::at)
                .min(Comparator.naturalOrder());
        first.ifPresent(at -> {
            Instant hour = at.truncatedTo(ChronoUnit.HOURS);
            List<MinuteCounts> all = minutes(hour, hour.plus(Duration.ofHours(1)), Optional.empty());
            minutes.removeAll(all);
            all.forEach(one -> count(new MinuteCounts(hour, "", one.task(), one.ends(), one.waited(), one.took())));
        });
        return first.isPresent();
    }

    @Override
    public synchronized int removeMinutes(Instant before) {
        reach.run();
        int all = minutes.size();
        minutes.removeIf(one -> one.at().isBefore(before));
        return all - minutes.size();
    }
}
