package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.locks.LockSupport;

/** Measures how long sends take, and how long after its send a task starts. */
@ApplicationScoped
class Stopwatch {

    private static final long PATIENCE_SECONDS = 30;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Arrivals arrivals;

    /** Sends one by one, outside any transaction. Returns the nanoseconds that all sends took together. */
    long sendSingly(Sender sender, int count) {
        long before = System.nanoTime();
        for (int number = 0; number < count; number++) {
            sender.send(number);
        }
        return System.nanoTime() - before;
    }

    /**
     * Sends in JTA transactions of the given size. Returns the nanoseconds that all sends and commits took together.
     */
    long sendInTransactions(Sender sender, int count, int size) throws Exception {
        long before = System.nanoTime();
        for (int number = 0; number < count; number += size) {
            sendTogether(sender, number, Math.min(number + size, count));
        }
        return System.nanoTime() - before;
    }

    private void sendTogether(Sender sender, int from, int until) throws Exception {
        transaction.begin();
        try {
            sender.sendAll(from, until);
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
        transaction.commit();
    }

    /**
     * Sends at an even pace. Returns for each message the nanoseconds from just before its send until its task starts.
     */
    long[] latencies(Sender sender, int count, int perSecond) throws InterruptedException {
        arrivals.expect(count);
        long[] sent = new long[count];
        long interval = 1_000_000_000L / perSecond;
        long next = System.nanoTime();
        for (int number = 0; number < count; number++) {
            next += interval;
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sent[number] = System.nanoTime();
            sender.send(number);
        }
        arrivals.await(PATIENCE_SECONDS);
        long[] latencies = new long[count];
        for (int number = 0; number < count; number++) {
            latencies[number] = arrivals.at(number) - sent[number];
        }
        return latencies;
    }
}
