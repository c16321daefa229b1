package no.abakus.tasks.module;

import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * One run of a body through a server's context. Its exception is kept and rethrown on the other side, because some
 * servers wrap it. The log context is carried along, because a server's context comes entirely from the thread it was
 * captured on, where no task was known.
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
            // The outcome of a task, whatever it is.
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
