package no.abakus.tasks.worker;

import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/**
 * Handles a task that this node does not know: returns it to the broker for another node, or rejects it. This is the
 * last step of such a task.
 */
final class RejectUnknown implements Step {

    private final TaskRegistry registry;
    private final AnotherNode anotherNode;

    RejectUnknown(TaskRegistry registry, AnotherNode anotherNode) {
        this.registry = registry;
        this.anotherNode = anotherNode;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        String complaint = registry.notFound(execution.message().task()).getMessage();
        return anotherNode.instead(execution, new Rejection(Reason.UNKNOWN_TASK, complaint));
    }
}
