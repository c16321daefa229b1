package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends the process where nothing else does. Thread-safe. */
public interface ProcessEnd {

    /** The exit code: a task had called {@code System.exit}, and the server's own stop waited for that task. */
    int CALLED_EXIT = 4;

    /** Ends it once this time is over, whatever still runs, unless it has ended by itself. */
    void after(Duration time, int code);

    /** The end of this process, without its shutdown hooks: they are running already, and wait. */
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
