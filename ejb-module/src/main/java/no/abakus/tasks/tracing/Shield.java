package no.abakus.tasks.tracing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import no.abakus.logging.Log;

/**
 * Keeps a tracer's exceptions away from tasks. Logs only the first exception, because each task could cause several.
 * Thread-safe.
 */
final class Shield {

    private static final Log log = Log.get("no.abakus.tasks");

    private final AtomicBoolean isReported = new AtomicBoolean();

    /** Returns what the tracer returns, or the other value if the tracer throws or returns null. */
    <T> T call(Supplier<T> tracer, T otherwise) {
        try {
            T returned = tracer.get();
            if (returned != null) {
                return returned;
            }
            report(new IllegalStateException("The tracer returned null"));
        } catch (RuntimeException | Error e) {
            report(e);
        }
        return otherwise;
    }

    void run(Runnable tracer) {
        call(
                () -> {
                    tracer.run();
                    return true;
                },
                false);
    }

    private void report(Throwable thrown) {
        if (isReported.compareAndSet(false, true)) {
            log.error(
                    "task_tracer_failed",
                    thrown,
                    "next",
                    "tasks continue without a trace; further failures of the tracer are not logged");
        }
    }
}
