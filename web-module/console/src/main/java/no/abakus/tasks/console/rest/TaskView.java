package no.abakus.tasks.console.rest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.SimpleTypeName;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;

/** A registered task as clients see it. */
record TaskView(String name, Attributes attributes, List<Parameter> parameters) {

    /** Durations in seconds; what is null was not said of the task. */
    record Attributes(
            String queue,
            int priority,
            boolean typing,
            int maxRetries,
            double retryDelay,
            String serializer,
            String compression,
            Double expires,
            Double timeLimit,
            Double softTimeLimit,
            String rateLimit,
            String acks,
            boolean rejectOnWorkerLost,
            boolean ignoreResult,
            boolean storeErrorsEvenIfIgnored,
            boolean trackStarted,
            boolean trail,
            Double resultRetention) {}

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
                        seconds(said.retryDelay()),
                        said.serializer().orElse(null),
                        said.compression().orElse(null),
                        said.expires().map(TaskView::seconds).orElse(null),
                        said.timeLimit().map(TaskView::seconds).orElse(null),
                        said.softTimeLimit().map(TaskView::seconds).orElse(null),
                        said.rateLimit().map(RateLimit::rate).orElse(null),
                        said.acks().acks().name().toLowerCase(Locale.ROOT),
                        said.acks().rejectOnWorkerLost(),
                        said.results().ignore(),
                        said.results().storeErrorsEvenIfIgnored(),
                        said.results().trackStarted(),
                        said.results().trail(),
                        said.results()
                                .retention()
                                .map(span -> span.toMillis() / 1e3)
                                .orElse(null)),
                StreamSupport.stream(task.parameters().spliterator(), false)
                        .map(parameter -> new Parameter(parameter.name(), SimpleTypeName.of(parameter.type())))
                        .toList());
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }
}
