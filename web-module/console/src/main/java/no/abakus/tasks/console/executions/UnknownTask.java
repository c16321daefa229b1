package no.abakus.tasks.console.executions;

import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Says that no source knows a task, and what may have happened to the task. */
final class UnknownTask {

    private static final ProblemType NOT_FOUND =
            new ProblemType("execution-not-found", 404, "Nothing is known of the task");

    private UnknownTask() {}

    /**
     * Returns problem 404.
     *
     * @param origin where ended tasks were looked for
     */
    static ProblemException problem(String id, HistoryOrigin origin) {
        String missing = origin.isMemory() ? origin.sentence() + ". " : "";
        return new ProblemException(
                NOT_FOUND,
                "Nothing is known of task '" + id + "'. " + missing + "Either it was never sent, or it succeeded at a"
                        + " time when only a sample was kept, or it ended so long ago that its row was deleted, or it"
                        + " waits and the broker does not list it");
    }
}
