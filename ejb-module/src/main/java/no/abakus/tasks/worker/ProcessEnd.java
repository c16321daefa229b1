package no.abakus.tasks.worker;

import java.time.Duration;

/** Ends the process where nothing else does. Thread-safe. */
public interface ProcessEnd {

    /** The exit code: a task had called {@code System.exit}, and the server's own stop waited for that task. */
    int CALLED_EXIT = 4;

    /** Ends it once this time is over, whatever still runs, unless it has ended by itself. */
    void after(Duration time, int code);

    /** The end of this process, without its shutdown hooks: they are running already, and wait. */
    static ProcessEnd byHalting() {
        return (time, code) -> {
            Thread thread = new Thread(() -> halt(time, code), "abakus-process-end");
            thread.setDaemon(true);
            thread.start();
        };
    }

    private static void halt(Duration time, int code) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
