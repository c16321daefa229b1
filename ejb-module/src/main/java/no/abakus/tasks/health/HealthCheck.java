package no.abakus.tasks.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.abakus.logging.Log;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.TaskHealth.Check;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Runs one probe, and never twice at the same time, because each poll of the health check would otherwise use up
 * another thread while the probe hangs.
 */
final class HealthCheck {

    private static final Log log = Log.get("no.abakus.tasks");

    private final HealthProbe probe;
    private final Executor executor;
    private final TaskClock clock;
    private CompletableFuture<Void> run = CompletableFuture.completedFuture(null);
    private long begunAt;
    private volatile Instant downSince;

    HealthCheck(HealthProbe probe, Executor executor, TaskClock clock) {
        this.probe = probe;
        this.executor = executor;
        this.clock = clock;
        this.begunAt = clock.nanos();
    }

    /** Starts a run unless one is in progress. */
    synchronized void begin() {
        if (run.isDone()) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            begunAt = clock.nanos();
            try {
                executor.execute(() -> probe(begun));
            } catch (RuntimeException e) {
                // A server may wrap the RejectedExecutionException in another exception.
                begun.completeExceptionally(e);
            }
            run = begun;
        }
    }

    private void probe(CompletableFuture<Void> begun) {
        try {
            probe.check();
            begun.complete(null);
        } catch (Throwable thrown) {
            begun.completeExceptionally(thrown);
        }
    }

    /**
     * Returns the result of the run. Waits for the result until {@code patience} has passed since the run started.
     * After that time, a hanging probe delays no caller.
     */
    Check result(Duration patience) {
        try {
            current().get(left(patience), TimeUnit.NANOSECONDS);
            downSince = null;
            return new Check(probe.name(), true);
        } catch (ExecutionException e) {
            log.warning("health_check_failed", e.getCause(), "check", probe.name());
        } catch (TimeoutException e) {
            log.warning("health_check_timed_out", "check", probe.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (downSince == null) {
            downSince = clock.now();
        }
        return new Check(probe.name(), false);
    }

    String name() {
        return probe.name();
    }

    /**
     * Returns the time of the first failed result since the last successful one; empty if the last result was
     * successful.
     */
    Optional<Instant> downSince() {
        return Optional.ofNullable(downSince);
    }

    private synchronized long left(Duration patience) {
        return Math.max(0, patience.minus(clock.since(begunAt)).toNanos());
    }

    private synchronized CompletableFuture<Void> current() {
        return run;
    }
}
