package no.abakus.tasks.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import no.abakus.tasks.operate.TaskCatalogue;
import no.abakus.tasks.operate.TaskDescription;

/** Describes the registered tasks. Goes through the list of all attributes, so no attribute is missing. Thread-safe. */
final class Catalogue implements TaskCatalogue {

    private final TaskRegistry registry;

    /** Creates a catalogue of these tasks. */
    Catalogue(TaskRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<TaskDescription> all() {
        return registry.all().stream().map(Catalogue::described).toList();
    }

    @Override
    public Optional<TaskDescription> find(String name) {
        return registry.find(name).map(Catalogue::described);
    }

    private static TaskDescription described(TaskDefinition task) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Attribute<?> attribute : TaskAttributes.ALL) {
            attributes.put(attribute.name(), shown(attribute.value().apply(task.attributes())));
        }
        return new TaskDescription(
                task.name(),
                attributes,
                StreamSupport.stream(task.parameters().spliterator(), false)
                        .map(one -> new TaskDescription.Parameter(one.name(), SimpleTypeName.of(one.type())))
                        .toList());
    }

    private static Object shown(Object value) {
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(Catalogue::shown).orElse(null);
        }
        if (value instanceof Duration span) {
            return span.toNanos() / 1e9;
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof RateLimit limit) {
            return limit.rate();
        }
        if (value instanceof ExceptionTypes types) {
            return types.names().stream().sorted().toList();
        }
        return value;
    }
}
