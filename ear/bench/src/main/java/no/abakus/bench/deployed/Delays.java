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

/** Sends tasks that must wait, and tasks that must not wait. */
@ApplicationScoped
public class Delays {

    private static final int ENOUGH_RUNNING = 500;

    @Inject
    private Tasks tasks;

    @Inject
    private Arrivals arrivals;

    /**
     * Sends this many tasks in sequence, each of which is due after this time. Returns by how many nanoseconds each
     * body was late.
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

    /** Does the same for tasks that are sent in one commit and are all due at about the same instant. */
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

    /** Sends this many tasks with this priority, which are due after this time. */
    void send(int count, int priority, Duration countdown) {
        tasks.callAll(IntStream.range(0, count)
                .mapToObj(number -> tasks.call(NoopTask::run, number, BareSender.TEXT)
                        .priority(priority)
                        .countdown(countdown))
                .toList());
    }

    /**
     * Sends an urgent task while this many tasks are running or waiting. Returns how many of them started between the
     * urgent task's send and its start.
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

    /** Returns the bytes of heap in use after a collection. */
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
