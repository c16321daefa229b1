package no.abakus.tasks.console.rest;

import java.util.List;
import java.util.stream.StreamSupport;
import no.abakus.tasks.registry.SimpleTypeName;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;

/** A registered task as clients see it. */
record TaskView(String name, Attributes attributes, List<Parameter> parameters) {

    /** Durations in seconds; the queue is null where the default queue is meant. */
    record Attributes(String queue, int priority, boolean typing, int maxRetries, double retryDelay) {}

    record Parameter(String name, String type) {}

    static TaskView of(TaskDefinition task) {
        TaskAttributes said = task.attributes();
        return new TaskView(
                task.name(),
                new Attributes(
                        said.queue().orElse(null),
                        said.priority(),
                        said.typing(),
                        said.maxRetries(),
                        said.retryDelay().toNanos() / 1e9),
                StreamSupport.stream(task.parameters().spliterator(), false)
                        .map(parameter -> new Parameter(parameter.name(), SimpleTypeName.of(parameter.type())))
                        .toList());
    }
}
