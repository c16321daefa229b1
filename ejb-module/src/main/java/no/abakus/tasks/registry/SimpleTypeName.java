package no.abakus.tasks.registry;

import java.lang.reflect.Type;
import java.util.regex.Pattern;

/** Names types as an author would write them, without packages. */
final class SimpleTypeName {

    private static final Pattern QUALIFIERS = Pattern.compile("(?:\\w+[.$])+(?=\\w)");

    private SimpleTypeName() {}

    /** Returns a name such as {@code Map<String, LocalDate>}, without the packages that Java's own name has. */
    static String of(Type type) {
        return QUALIFIERS.matcher(type.getTypeName()).replaceAll("");
    }
}
