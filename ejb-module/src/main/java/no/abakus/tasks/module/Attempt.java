package no.abakus.tasks.module;

import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * Runs code once through a server's context. Keeps the code's exception and rethrows it in the caller, because some
 * servers wrap exceptions. Sets the caller's log context, because a server's context comes entirely from the thread on
 * which it was captured, and that thread ran no task.
 */
final class Attempt implements Runnable {

    private final Body body;
    private final LogContext log = LogContext.current();
    private Object answered;
    private Throwable thrown;

    Attempt(Body body) {
        this.body = body;
    }

    @Override
    public void run() {
        try (LogScope scope = LogContext.replace(log)) {
            answered = body.run();
        } catch (Throwable e) {
            // Whatever is thrown here is the outcome of a task.
            thrown = e;
        }
    }

    Object outcome() throws Throwable {
        if (thrown != null) {
            throw thrown;
        }
        return answered;
    }
}
