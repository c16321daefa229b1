package no.abakus.tasks.console.order;

import no.abakus.tasks.console.problem.ControlProblems;

/** The queue or task that an order pauses or resumes. */
record PauseTarget(boolean isQueue, String name) {

    static PauseTarget of(String order, String queue, String task) {
        if ((queue == null) == (task == null)) {
            throw ControlProblems.badOrder("Name what to " + order + " in either queue or task");
        }
        return queue != null
                ? new PauseTarget(true, Members.bounded("queue", queue))
                : new PauseTarget(false, Members.bounded("task", task));
    }
}
