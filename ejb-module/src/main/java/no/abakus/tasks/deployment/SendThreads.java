package no.abakus.tasks.deployment;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which sends run whose senders will not wait for ever. As many as there are senders, so that none waits for
 * another; only where very many hang on a broker that does not answer, the next ones send on their own thread.
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
                // Also after their end: a sender who is late is to be told by the transport, and at once.
                (send, full) -> send.run());
    }
}
