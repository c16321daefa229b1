package no.abakus.tasks.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that distinguishes this application from others on the same server, broker and database.
 *
 * @param name the application's name, made of letters, digits and underscores; the names of its queues and its database
 *     rows contain it
 * @param takeOver earlier names of this application; it takes over the tasks that wait under these names
 */
public record ApplicationConfig(String name, Set<String> takeOver) {

    /** The maximum length of a name. It is limited because the full names of queues contain it. */
    public static final int LONGEST = 64;

    /** The name of a program outside a server, and of Abakus's own archive. */
    public static final String PLAIN = "abakus";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_]{1," + LONGEST + "}");

    static final Setting<String> NAME = new Setting<>(
            "abakus.tasks.application",
            "text",
            "",
            "The application's name, made of letters, digits and `_`. Each application has its own queues, topics,"
                    + " revocations and pauses. Empty for the name of the EAR or WAR.",
            ApplicationConfig::checked);

    static final Setting<Set<String>> TAKE_OVER = Setting.names(
            "abakus.tasks.take-over",
            "",
            "Earlier names of this application. The application takes over the tasks that wait under these names. Use"
                    + " `abakus` after an upgrade from a release without such names.");

    static final List<Setting<?>> SETTINGS = List.of(NAME, TAKE_OVER);

    static ApplicationConfig from(SettingReader reader) {
        String name = reader.read(NAME);
        return new ApplicationConfig(
                name.isEmpty() ? ArchiveName.inNames().orElse(PLAIN) : name, reader.read(TAKE_OVER));
    }

    /**
     * Returns the configured name or, if there is none, the archive's name. Use it in code that runs before the whole
     * configuration is read.
     */
    public static String name(ConfigSource source) {
        return source.get(NAME.key())
                .filter(ApplicationConfig::isName)
                .or(ArchiveName::inNames)
                .orElse(PLAIN);
    }

    /** Whether an application can have this name. */
    public static boolean isName(String name) {
        return VALID.matcher(name).matches();
    }

    /** Converts an archive's name to an application's name, because a broker does not allow every character. */
    static String inNames(String archive) {
        String name = archive.replaceAll("[^A-Za-z0-9_]", "_");
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    private static String checked(String name) {
        if (!name.isEmpty() && !isName(name)) {
            throw new IllegalArgumentException("not made of 1 to " + LONGEST + " letters, digits and underscores");
        }
        return name;
    }
}
