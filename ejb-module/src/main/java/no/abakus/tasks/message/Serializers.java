package no.abakus.tasks.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private final TaskSerializer standard;

    /** The built-in serializers and the application's own, as far as configuration accepts them. */
    public static Serializers withBuiltIn(BodyConfig config, List<TaskSerializer> own, Consumer<String> problems) {
        Stream<TaskSerializer> builtIn = Stream.of(
                new JsonTaskSerializer(),
                new YamlTaskSerializer(),
                new MsgpackTaskSerializer(),
                new CborTaskSerializer(),
                new JavaTaskSerializer(config));
        return new Serializers(config, Stream.concat(builtIn, own.stream()).toList(), problems);
    }

    /** The serializers that configuration accepts; mistakes in configuration are reported as problems. */
    Serializers(BodyConfig config, List<TaskSerializer> all, Consumer<String> problems) {
        Map<String, TaskSerializer> known = new TreeMap<>();
        for (TaskSerializer serializer : all) {
            TaskSerializer other = known.put(serializer.name(), serializer);
            if (other != null) {
                problems.accept("Two serializers are called '" + serializer.name() + "': "
                        + other.getClass().getName() + " and "
                        + serializer.getClass().getName() + ".");
            }
        }
        for (String name : config.accept()) {
            Optional.ofNullable(known.get(name))
                    .ifPresentOrElse(
                            this::accept,
                            () -> problems.accept("The serializer '"
                                    + name + "' (abakus.tasks.body.accept) is not known; did you mean "
                                    + NearestName.of(name, known.keySet()).orElse("none, for there are none") + "?"));
        }
        TaskSerializer chosen = byName.get(config.serializer());
        if (chosen == null) {
            problems.accept("The serializer '" + config.serializer()
                    + "' (abakus.tasks.body.serializer) is not accepted here (abakus.tasks.body.accept); these are: "
                    + byName.keySet() + ".");
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

    /** The names of the accepted serializers. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The serializer with this name.
     *
     * @throws TaskOptionException if it is not accepted here
     */
    TaskSerializer named(String name) {
        TaskSerializer serializer = byName.get(name);
        if (serializer == null) {
            throw new TaskOptionException(TaskOption.SERIALIZER + " '" + name + "' is not accepted here; these are: "
                    + byName.keySet() + ". More are accepted by abakus.tasks.body.accept");
        }
        return serializer;
    }

    /**
     * The serializer that reads this content type.
     *
     * @throws UnreadableMessageException if none is accepted here
     */
    TaskSerializer ofContentType(String contentType) throws UnreadableMessageException {
        TaskSerializer serializer = byContentType.get(contentType);
        if (serializer == null) {
            throw new UnreadableMessageException(
                    Reason.CONTENT_TYPE,
                    "The content type '" + contentType + "' is not accepted here; these are: "
                            + byContentType.keySet());
        }
        return serializer;
    }
}
