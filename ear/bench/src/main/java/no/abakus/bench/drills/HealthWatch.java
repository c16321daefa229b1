package no.abakus.bench.drills;

import java.util.concurrent.atomic.AtomicLong;

/** Polls a server's health ten times a second, as a load balancer would, until this object is closed. */
final class HealthWatch implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 100;

    private final AtomicLong unwellNanos = new AtomicLong();
    private final Thread thread;

    private HealthWatch(TaskApi api) {
        thread = new Thread(() -> watch(api), "health-watch");
        thread.setDaemon(true);
    }

    static HealthWatch of(TaskApi api) {
        HealthWatch watch = new HealthWatch(api);
        watch.thread.start();
        return watch;
    }

    private void watch(TaskApi api) {
        try {
            for (long last = System.nanoTime(); ; ) {
                int status = api.health();
                long now = System.nanoTime();
                if (status == 503) {
                    unwellNanos.addAndGet(now - last);
                }
                last = now;
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            // This object was closed.
            return;
        }
    }

    /** Returns for how many seconds the responses have been 503 so far. */
    double unwellSeconds() {
        return unwellNanos.get() / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
