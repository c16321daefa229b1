package no.abakus.tasks.registry;

import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * A task that a method reference names.
 *
 * @param name its name
 * @param queue the queue that another application's task declares; empty for a task of this application, whose queue
 *     the router knows
 * @param returnsLater whether the method returns a stage or a future of the result
 */
public record ReferredTask(String name, Optional<String> queue, boolean returnsLater) {

    static ReferredTask of(TaskDefinition definition) {
        return new ReferredTask(definition.name(), Optional.empty(), definition.returnsLater());
    }

    /** Returns the same task, as one of this application. */
    ReferredTask here() {
        return new ReferredTask(name, Optional.empty(), returnsLater);
    }

    /** Returns a signature of the task, without arguments. */
    public TaskSignature signature() {
        TaskSignature signature = TaskSignature.of(name);
        return queue.map(declared -> signature.set(TaskOptions.empty().with(TaskOption.QUEUE, declared)))
                .orElse(signature);
    }
}
