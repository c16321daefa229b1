package no.abakus.bench.drills;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Sends many tasks over REST, several at a time. */
final class Senders {

    private static final int MANY = 8;

    private Senders() {}

    /** Sends the task for one number. */
    @FunctionalInterface
    interface One {
        void send(int number) throws Exception;
    }

    /** Sends tasks for all numbers from {@code from} to below {@code to}, roughly in order. */
    static void send(int from, int to, One one) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(MANY);
        try {
            List<Callable<Void>> work = IntStream.range(0, MANY)
                    .<Callable<Void>>mapToObj(sender -> () -> {
                        for (int number = from + sender; number < to; number += MANY) {
                            one.send(number);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> sent : senders.invokeAll(work)) {
                sent.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }
}
