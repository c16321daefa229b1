package no.abakus.tasks.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.spi.NearestName;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * The serializers that are accepted here. Bodies are written and read only with these, whatever a message claims.
 * Immutable. Celery: {@code accept_content}.
 */
public final class Serializers {

    private final Map<String, TaskSerializer> byName = new TreeMap<>();
    private final Map<String, TaskSerializer> byContentType = new TreeMap<>();
    private final Map<String, OptionalFormat> missing = new TreeMap<>();
    private final TaskSerializer standard;

    /** Creates the built-in serializers and adds the application's own, if configuration accepts them. */
    public static Serializers withBuiltIn(BodyConfig config, List<TaskSerializer> own, Consumer<String> problems) {
        Map<Boolean, List<OptionalFormat>> optional = Arrays.stream(OptionalFormat.values())
                .collect(Collectors.partitioningBy(format -> format.library().isPresent()));
        List<TaskSerializer> all = new ArrayList<>(List.of(new JsonTaskSerializer(), new JavaTaskSerializer(config)));
        optional.get(true).forEach(format -> all.add(format.create()));
        all.addAll(own);
        return new Serializers(config, all, optional.get(false), problems);
    }

    /**
     * Accepts the serializers that configuration names. Reports mistakes in configuration as problems.
     *
     * @param absent the formats whose library is missing
     */
    Serializers(BodyConfig config, List<TaskSerializer> all, List<OptionalFormat> absent, Consumer<String> problems) {
        Map<String, TaskSerializer> known = new TreeMap<>();
        for (TaskSerializer serializer : all) {
            TaskSerializer other = known.put(serializer.name(), serializer);
            if (other != null) {
                problems.accept("Two serializers are called '" + serializer.name() + "': "
                        + other.getClass().getName() + " and "
                        + serializer.getClass().getName() + ".");
            }
        }
        absent.stream()
                .filter(format -> !known.containsKey(format.serializer()))
                .filter(format -> config.accept().contains(format.serializer()))
                .forEach(format -> missing.put(format.serializer(), format));
        config.accept().stream().filter(known::containsKey).forEach(name -> accept(known.get(name)));
        for (String name : config.accept()) {
            if (missing.containsKey(name)) {
                if (!config.acceptsStandard()) {
                    problems.accept("The serializer '" + name + "' (abakus.tasks.body.accept) " + unknown(name) + ".");
                }
            } else if (!known.containsKey(name)) {
                problems.accept("The serializer '" + name + "' (abakus.tasks.body.accept) is not known; did you mean "
                        + NearestName.of(name, known.keySet()).orElse("none, because there are none") + "?");
            }
        }
        TaskSerializer chosen = byName.get(config.serializer());
        if (chosen == null) {
            problems.accept("The serializer '" + config.serializer() + "' (abakus.tasks.body.serializer) "
                    + (missing.containsKey(config.serializer())
                            ? unknown(config.serializer())
                            : "is not accepted here (abakus.tasks.body.accept); use one of " + byName.keySet())
                    + ".");
            chosen = new JsonTaskSerializer();
        }
        this.standard = chosen;
    }

    private void accept(TaskSerializer serializer) {
        byName.put(serializer.name(), serializer);
        byContentType.put(serializer.contentType(), serializer);
    }

    /** The default serializer for bodies. */
    public TaskSerializer standard() {
        return standard;
    }

    /** Whether a serializer with this name is accepted. */
    public boolean accepts(String name) {
        return byName.containsKey(name);
    }

    /** Explains why no accepted serializer has this name, and which names are valid. */
    public String unknown(String name) {
        OptionalFormat format = missing.get(name);
        return format == null
                ? "is not accepted here; use one of " + byName.keySet()
                        + ", or accept more in the setting abakus.tasks.body.accept"
                : format.library().isMissing(byName.keySet());
    }

    /**
     * Returns the serializer with this name.
     *
     * @throws TaskOptionException if it is not accepted here
     */
    TaskSerializer named(String name) {
        TaskSerializer serializer = byName.get(name);
        if (serializer == null) {
            throw new TaskOptionException(TaskOption.SERIALIZER + " '" + name + "' " + unknown(name));
        }
        return serializer;
    }

    /**
     * Returns the serializer that reads this content type.
     *
     * @throws UnreadableMessageException if none is accepted here
     */
    TaskSerializer ofContentType(String contentType) throws UnreadableMessageException {
        TaskSerializer serializer = byContentType.get(contentType);
        if (serializer == null) {
            throw new UnreadableMessageException(Reason.CONTENT_TYPE, unreadable(contentType));
        }
        return serializer;
    }

    /** Returns the name of the serializer that writes this content type; empty if none is accepted here. */
    Optional<String> nameOf(String contentType) {
        return Optional.ofNullable(byContentType.get(contentType)).map(TaskSerializer::name);
    }

    private String unreadable(String contentType) {
        return missing.values().stream()
                .filter(format -> format.contentType().equals(contentType))
                .findFirst()
                .map(format -> "The content type '" + contentType + "' needs "
                        + format.library().artifact()
                        + ", which this application does not have. Add that dependency; then send this dead letter"
                        + " again")
                .orElseGet(() -> "The content type '" + contentType + "' is not accepted here; use one of "
                        + byContentType.keySet());
    }
}
