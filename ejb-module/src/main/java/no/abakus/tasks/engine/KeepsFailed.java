package no.abakus.tasks.engine;

import java.util.function.Predicate;
import no.abakus.tasks.registry.TaskRegistry;

/**
 * Tells whether the history may keep the message body of a failed task. If this node does not know the task, the
 * history may keep it.
 */
record KeepsFailed(TaskRegistry registry) implements Predicate<String> {

    @Override
    public boolean test(String task) {
        return registry.find(task)
                .map(known -> known.attributes().results().keepFailed())
                .orElse(true);
    }
}
