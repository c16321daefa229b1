package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;

/** Sends delayed tasks and urgent tasks, and measures when they start. */
@ApplicationScoped
public class Delays {

    private static final int ENOUGH_RUNNING = 500;

    @Inject
    private Tasks tasks;

    @Inject
    private Arrivals arrivals;

    /**
     * Sends this many tasks one after the other, each with this countdown. Returns for each task how many nanoseconds
     * after its due time its body started.
     */
    long[] lateness(int count, Duration countdown) throws InterruptedException {
        arrivals.expect(count);
        long[] due = new long[count];
        for (int number = 0; number < count; number++) {
            due[number] = System.nanoTime() + countdown.toNanos();
            tasks.call(NoopTask::run, number, BareSender.TEXT)
                    .countdown(countdown)
                    .applyAsync();
        }
        return late(due, countdown);
    }

    /**
     * Does the same as {@link #lateness} for tasks that are sent in one call and are all due at about the same instant.
     */
    long[] latenessTogether(int count, Duration countdown) throws InterruptedException {
        arrivals.expect(count);
        long[] due = new long[count];
        List<TaskCall<Void>> calls = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            due[number] = System.nanoTime() + countdown.toNanos();
            calls.add(tasks.call(NoopTask::run, number, BareSender.TEXT)
                    .eta(Instant.now().plus(countdown)));
        }
        tasks.callAll(calls);
        return late(due, countdown);
    }

    private long[] late(long[] due, Duration countdown) throws InterruptedException {
        arrivals.await(countdown.toSeconds() + 60);
        return IntStream.range(0, due.length)
                .mapToLong(number -> arrivals.at(number) - due[number])
                .toArray();
    }

    /** Sends this many tasks with this priority and this countdown. */
    void send(int count, int priority, Duration countdown) {
        tasks.callAll(IntStream.range(0, count)
                .mapToObj(number -> tasks.call(NoopTask::run, number, BareSender.TEXT)
                        .priority(priority)
                        .countdown(countdown))
                .toList());
    }

    /**
     * Sends an urgent task while this many tasks are running or waiting. Returns how many of these tasks started after
     * the urgent task was sent and before it started.
     */
    long overtaken(int count) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (arrivals.count() < ENOUGH_RUNNING) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No task is running; was the queue released?");
            }
            Thread.onSpinWait();
        }
        tasks.call(NoopTask::run, count, BareSender.TEXT).priority(9).applyAsync();
        int begunWhenSent = arrivals.count();
        arrivals.await(120);
        long at = arrivals.at(count);
        long before = IntStream.range(0, count)
                .filter(number -> arrivals.at(number) < at)
                .count();
        // The urgent task may start before its send has returned.
        return Math.max(0, before - begunWhenSent);
    }

    /** Returns how many bytes of the heap are in use after garbage collections. */
    long heap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
