package no.abakus.tasks.registry;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Some types of exceptions, by name: configuration names them where nobody could load them, and a type of a web module is
 * not to be seen from everywhere.
 *
 * @param names the full names of the classes; each stands for its subclasses too
 */
public record ExceptionTypes(Set<String> names) {

    /** None. */
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
                throw new IllegalArgumentException("'" + name + "' is no class name; it takes full names of exception"
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
