package no.abakus.tasks.worker;

import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/** The last step of a task that this node does not know: another node may know it, otherwise the task is rejected. */
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
