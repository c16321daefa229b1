package no.abakus.tasks.engine;

import java.util.function.Predicate;
import no.abakus.tasks.registry.TaskRegistry;

/** Whether the history may keep the body of a failed task. The bodies of unknown tasks are kept. */
record KeepsFailed(TaskRegistry registry) implements Predicate<String> {

    @Override
    public boolean test(String task) {
        return registry.find(task)
                .map(known -> known.attributes().results().keepFailed())
                .orElse(true);
    }
}
