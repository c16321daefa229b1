package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.MinuteCounts;

/** Counts ended executions, by minute and task. Thread-safe. */
final class MinuteCounters {

    /**
     * The maximum number of task names in a minute. Further names are counted together, because a sender can invent
     * names.
     */
    private static final int MOST_TASKS = 1_000;

    private static final String OTHERS = "(others)";

    /** How long counts that could not be stored are kept. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ConcurrentMap<Instant, ConcurrentMap<String, EndCounter>> minutes = new ConcurrentHashMap<>();
    private final TaskClock clock;
    private final String node;

    MinuteCounters(TaskClock clock, String node) {
        this.clock = clock;
        this.node = node;
    }

    void count(String task, TaskState state, Optional<Duration> waited, Optional<Duration> took) {
        counter(clock.now().truncatedTo(ChronoUnit.MINUTES), task).count(state, waited, took);
    }

    private EndCounter counter(Instant minute, String task) {
        ConcurrentMap<String, EndCounter> tasks = minutes.get(minute);
        if (tasks == null) {
            tasks = minutes.computeIfAbsent(minute, first -> new ConcurrentHashMap<>());
        }
        EndCounter counter = tasks.get(task);
        if (counter == null) {
            String name = tasks.size() < MOST_TASKS ? task : OTHERS;
            counter = tasks.computeIfAbsent(name, first -> new EndCounter());
        }
        return counter;
    }

    /** Returns the counts since the last call, and starts again from zero. */
    List<MinuteCounts> take() {
        Instant current = clock.now().truncatedTo(ChronoUnit.MINUTES);
        List<MinuteCounts> taken = new ArrayList<>();
        minutes.forEach((minute, tasks) -> {
            tasks.forEach((task, counter) -> counter.take(minute, node, task).ifPresent(taken::add));
            // This minute ended at least a minute ago, so no thread still adds to it.
            if (minute.isBefore(current.minus(Duration.ofMinutes(1)))) {
                minutes.remove(minute);
            }
        });
        return taken;
    }

    /** Adds counts back that were taken but could not be stored. */
    void giveBack(List<MinuteCounts> counts) {
        Instant earliest = clock.now().minus(PATIENCE);
        for (MinuteCounts one : counts) {
            if (one.at().isAfter(earliest)) {
                counter(one.at(), one.task()).add(one);
            }
        }
    }
}
