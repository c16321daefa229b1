package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/** Finds the task that the message names. */
final class ResolveTask implements Step {

    private final TaskRegistry registry;

    ResolveTask(TaskRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        String name = execution.message().task();
        Optional<TaskDefinition> definition = registry.find(name);
        if (definition.isEmpty()) {
            return new Outcome.Rejected(
                    new Rejection(Reason.UNKNOWN_TASK, registry.notFound(name).getMessage()));
        }
        return rest.apply(execution.withDefinition(definition.get()));
    }
}
