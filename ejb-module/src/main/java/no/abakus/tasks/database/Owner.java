package no.abakus.tasks.database;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The application that owns some of a table's rows. Other applications have rows in the same tables.
 *
 * @param application its name; empty for the plain application, whose rows have no name, as in releases before
 *     applications had names
 */
public record Owner(String application) {

    /** Separates the application from the rest of a key. No key of a task or a queue contains a control character. */
    private static final char SEPARATOR = '\u001F';

    /** The name of the plain application. Its rows contain no name. */
    private static final String PLAIN_NAME = "abakus";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]*");

    /** The plain application. Declared after the pattern, because the constructor needs the pattern. */
    public static final Owner PLAIN = new Owner("");

    public Owner {
        // The name becomes part of statements.
        if (!NAME.matcher(application).matches()) {
            throw new IllegalArgumentException("'" + application
                    + "' is not the name of an application, which has only letters, digits and" + " underscores");
        }
    }

    /** Returns the application with this name. */
    public static Owner named(String application) {
        return application.equals(PLAIN_NAME) ? PLAIN : new Owner(application);
    }

    /** Returns the application's name, even if its rows contain no name. */
    public String applicationName() {
        return application.isEmpty() ? PLAIN_NAME : application;
    }

    /** Returns the value of the column {@code application}. */
    public Optional<String> column() {
        return Optional.of(application).filter(name -> !name.isEmpty());
    }

    /** Returns the condition that a row belongs to this application. */
    public String condition() {
        return application.isEmpty() ? "application IS NULL" : "application = '" + application + "'";
    }

    /** Returns the statement with {@link #condition()} in place of {@code %s}. */
    public String restrict(String sql) {
        return String.format(Locale.ROOT, sql, condition());
    }

    /** Returns the key for this name in a table whose keys contain the application. */
    public String key(String name) {
        return application.isEmpty() ? name : application + SEPARATOR + name;
    }

    /** Returns the name that such a key contains; empty if the key belongs to another application. */
    public Optional<String> name(String key) {
        int separator = key.indexOf(SEPARATOR);
        String owner = separator < 0 ? "" : key.substring(0, separator);
        return owner.equals(application) ? Optional.of(key.substring(separator + 1)) : Optional.empty();
    }
}
