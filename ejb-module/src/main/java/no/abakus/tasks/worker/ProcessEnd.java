package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends the process if nothing else does. Thread-safe. */
interface ProcessEnd {

    /** The exit code if a task called {@code System.exit} and the server's own stop waited for that task. */
    int CALLED_EXIT = 4;

    /** Ends the process after this time, whatever is still running, unless the process has already ended. */
    void after(Duration time, int code);

    /** Halts this process without running its shutdown hooks, because they are already running and blocked. */
    static ProcessEnd byHalting() {
        return (time, code) -> {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "abakus-process-end");
                thread.setDaemon(true);
                return thread;
            });
            ScheduledFuture<?> unused =
                    clock.schedule(() -> Runtime.getRuntime().halt(code), time.toMillis(), TimeUnit.MILLISECONDS);
        };
    }
}
