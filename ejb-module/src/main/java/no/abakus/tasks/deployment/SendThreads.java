package no.abakus.tasks.deployment;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads for sends with a time limit. Each send has a thread of its own, so no send waits for another. If very
 * many sends hang on a broker that does not respond, further sends run on the threads of their senders.
 */
final class SendThreads {

    private static final int MOST = 256;
    private static final long IDLE_SECONDS = 30;

    private SendThreads() {}

    static ExecutorService of(ThreadFactory threads) {
        return new ThreadPoolExecutor(
                0,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                threads,
                // The send runs even after shutdown, so that the transport rejects it immediately.
                (send, full) -> send.run());
    }
}
