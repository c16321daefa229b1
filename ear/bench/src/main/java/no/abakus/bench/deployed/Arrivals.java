package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Records when task bodies start. Measurements of drains, latencies and delays end at such a start. Recording a start
 * costs the same for our tasks and for the hand-written ones. There is one expectation at a time, and bodies may start
 * on any thread.
 */
@ApplicationScoped
public class Arrivals {

    private volatile Expectation expectation = new Expectation(0, new ProcessorTime().nanos());

    /** Starts to expect this many bodies. */
    void expect(int count) {
        expectation = new Expectation(count, new ProcessorTime().nanos());
    }

    /** Records the start of a body. Each body calls this method first. */
    void arrived(int number) {
        long now = System.nanoTime();
        Expectation current = expectation;
        int arrived = current.arrived.incrementAndGet();
        if (number < current.at.length()) {
            current.at.set(number, now);
        }
        if (arrived == 1) {
            current.first = now;
        }
        if (arrived == current.count) {
            current.last = now;
            current.complete.countDown();
        }
    }

    /** Waits until all expected bodies have started. */
    Drain await(long seconds) throws InterruptedException {
        Expectation current = expectation;
        if (!current.complete.await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Of " + current.count + " bodies, " + current.arrived.get()
                    + " have begun within " + seconds + " s; see the server's log for why the others have not");
        }
        return new Drain(current.last - current.first, new ProcessorTime().nanos() - current.processorBefore);
    }

    /** Returns how many bodies have started. */
    int count() {
        return expectation.arrived.get();
    }

    /** Returns the {@link System#nanoTime} at which the body with this number started. */
    long at(int number) {
        return expectation.at.get(number);
    }

    /**
     * What it took to drain a queue, that is, to run all expected bodies.
     *
     * @param nanos the time from the start of the first body to the start of the last
     * @param processorNanos the processor time that the whole server has used since the expectation began
     */
    record Drain(long nanos, long processorNanos) {}

    private static final class Expectation {

        private final int count;
        private final long processorBefore;
        private final AtomicInteger arrived = new AtomicInteger();
        private final AtomicLongArray at;
        private final CountDownLatch complete = new CountDownLatch(1);
        private volatile long first;
        private volatile long last;

        Expectation(int count, long processorBefore) {
            this.count = count;
            this.processorBefore = processorBefore;
            this.at = new AtomicLongArray(count);
        }
    }
}
