package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another thread does. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    /** Returns once the condition is true, and fails if it takes too long. */
    static void until(Callable<Boolean> so) {
        long begun = System.nanoTime();
        try {
            while (!so.call()) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new AssertionError("Not so after " + PATIENCE);
                }
                Thread.sleep(2);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
