package no.abakus.bench.drills;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Polls a server's health ten times a second until this object is closed, and measures the longest time without a
 * response with status 200. The time of a restart of the process is not counted.
 */
final class HealthGaps implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 100;

    /**
     * How often the process may end before it has become healthy again. A deadly task is delivered twice by default,
     * and several such tasks may wait.
     */
    private static final int MOST_DEATHS_IN_A_ROW = 8;

    private final DrillServer server;
    private final Thread thread;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile long longestNanos;

    private HealthGaps(DrillServer server) {
        this.server = server;
        this.thread = new Thread(this::watch, "health-gaps");
        thread.setDaemon(true);
    }

    /** Starts to poll, and restarts the server whenever its process has ended, as a supervisor would. */
    static HealthGaps supervising(DrillServer server) {
        HealthGaps gaps = new HealthGaps(server);
        gaps.thread.start();
        return gaps;
    }

    private void watch() {
        long lastUp = System.nanoTime();
        try {
            while (true) {
                if (server.api().health() == 200) {
                    longestNanos = Math.max(longestNanos, System.nanoTime() - lastUp);
                    lastUp = System.nanoTime();
                } else if (!server.isRunning()) {
                    restart();
                    lastUp = System.nanoTime();
                }
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            // This object was closed.
            return;
        } catch (Exception e) {
            throw new IllegalStateException("The server could not be started again", e);
        } finally {
            if (server.isRunning()) {
                longestNanos = Math.max(longestNanos, System.nanoTime() - lastUp);
            }
        }
    }

    /**
     * Starts the server again. The task that ended the process is delivered again, and may end the new process before
     * the new process is healthy.
     */
    private void restart() throws Exception {
        for (int deaths = 1; ; deaths++) {
            restarts.incrementAndGet();
            try {
                server.start();
                return;
            } catch (IllegalStateException e) {
                if (server.isRunning() || deaths == MOST_DEATHS_IN_A_ROW) {
                    throw e;
                }
            }
        }
    }

    /** Returns the longest time, in seconds, without a response with status 200. Restarts are not counted. */
    double longestSeconds() {
        return longestNanos / 1e9;
    }

    /** Returns how often the process has ended and has been restarted. */
    int restarts() {
        return restarts.get();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
