package no.abakus.tasks.module;

import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/**
 * One run of a body through a server's context. What it throws is kept and thrown on the other side, for some servers wrap it; and the
 * log context goes with it, for a server's context takes all of the thread it was captured on, where no task was known.
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
