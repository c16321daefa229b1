package no.abakus.tasks.registry;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.abakus.tasks.AbakusTask;

/**
 * Reads the attributes of one task from configuration. An attribute that is not configured comes from the task's
 * annotation. If the annotation's value cannot be read, the default applies.
 */
public final class AttributeReader {

    private final String where;
    private final AbakusTask said;
    private final UnaryOperator<String> keys;
    private final Function<String, Optional<String>> overrides;
    private final Consumer<String> problems;

    /**
     * Creates a reader for one task.
     *
     * @param where the class and method, so that the author can find the task
     * @param said the annotation
     * @param keys maps an attribute's name to its configuration key
     * @param overrides the values of those keys
     * @param problems receives a message about each value that cannot be read; the annotation's value or the default is
     *     then used
     */
    public AttributeReader(
            String where,
            AbakusTask said,
            UnaryOperator<String> keys,
            Function<String, Optional<String>> overrides,
            Consumer<String> problems) {
        this.where = where;
        this.said = said;
        this.keys = keys;
        this.overrides = overrides;
        this.problems = problems;
    }

    /** Returns a reader of the annotation only. It throws an exception if a value cannot be read. */
    public static AttributeReader of(String where, AbakusTask said) {
        return new AttributeReader(where, said, name -> name, key -> Optional.empty(), problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    <T> T read(Attribute<T> attribute, T otherwise) {
        String key = keys.apply(attribute.name());
        Optional<String> text = overrides.apply(key);
        if (text.isPresent()) {
            try {
                return attribute.parser().apply(text.get());
            } catch (IllegalArgumentException e) {
                problems.accept("Setting " + key + " is '" + text.get() + "', which is not a valid " + attribute.name()
                        + ": " + e.getMessage() + ".");
            }
        }
        return declared(attribute, otherwise);
    }

    private <T> T declared(Attribute<T> attribute, T otherwise) {
        String text = attribute.declared().apply(said);
        try {
            return attribute.parser().apply(text);
        } catch (IllegalArgumentException e) {
            problems.accept(
                    "Task " + where + " has the " + attribute.member() + " '" + text + "'; " + e.getMessage() + ".");
            return otherwise;
        }
    }
}
