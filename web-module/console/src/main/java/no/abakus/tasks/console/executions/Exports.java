package no.abakus.tasks.console.executions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Limits how many exports run at the same time, because each export occupies a thread of the server. Thread-safe. */
@ApplicationScoped
public class Exports {

    private static final ProblemType TOO_MANY = new ProblemType("too-many-streams", 429, "Too many streams");
    private static final int MOST = 3;

    private final Semaphore free = new Semaphore(MOST);

    /**
     * Refuses an export before its first byte if too many are running. The export takes its place only when it starts
     * to write.
     */
    public void check() {
        if (free.availablePermits() == 0) {
            throw tooMany();
        }
    }

    public void begin() {
        if (!free.tryAcquire()) {
            throw tooMany();
        }
    }

    public void end() {
        free.release();
    }

    private static ProblemException tooMany() {
        return new ProblemException(TOO_MANY, MOST + " exports are running on this node; try again later");
    }
}
