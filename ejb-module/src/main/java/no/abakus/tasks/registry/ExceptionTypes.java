package no.abakus.tasks.registry;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of exception types, which are kept by name. Configuration may name types that cannot be loaded where the
 * configuration is read, because a type in a web module is not visible from everywhere.
 *
 * @param names the fully qualified class names; a class includes its subclasses
 */
public record ExceptionTypes(Set<String> names) {

    /** The empty set. */
    public static final ExceptionTypes NONE = new ExceptionTypes(Set.of());

    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    public ExceptionTypes {
        names = Set.copyOf(names);
    }

    static ExceptionTypes parse(String text) {
        Set<String> names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : names) {
            if (!CLASS_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not a class name; the value must be fully qualified names of exception"
                                + " classes, separated by commas");
            }
        }
        return names.isEmpty() ? NONE : new ExceptionTypes(names);
    }

    static String write(Class<?>[] types) {
        return types.length == 0 ? "" : Arrays.stream(types).map(Class::getName).collect(Collectors.joining(","));
    }

    /** Whether the exception is of one of these types. */
    public boolean include(Throwable thrown) {
        if (names.isEmpty()) {
            return false;
        }
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (names.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }
}
