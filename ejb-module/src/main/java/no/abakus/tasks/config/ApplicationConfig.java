package no.abakus.tasks.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The application among the others on the same server, broker and database.
 *
 * @param name its name in the names of its queues and in its rows: letters, digits and underscores
 * @param takeOver earlier names of this application; it takes over the tasks that wait under them
 */
public record ApplicationConfig(String name, Set<String> takeOver) {

    /** The longest name. It must leave room for the names of queues. */
    public static final int LONGEST = 64;

    /** The name outside of a server, and of Abakus' own archive. */
    public static final String PLAIN = "abakus";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_]{1," + LONGEST + "}");

    static final Setting<String> NAME = new Setting<>(
            "abakus.tasks.application",
            "text",
            "",
            "The application's name: letters, digits and `_`; its queues, topics and orders are its own; empty: that of the EAR or WAR.",
            ApplicationConfig::checked);

    static final Setting<Set<String>> TAKE_OVER = Setting.names(
            "abakus.tasks.take-over",
            "",
            "Earlier names of this application, whose waiting tasks it takes over: `abakus` after an upgrade from a release without such names.");

    static final List<Setting<?>> SETTINGS = List.of(NAME, TAKE_OVER);

    static ApplicationConfig from(SettingReader reader) {
        String name = reader.read(NAME);
        return new ApplicationConfig(
                name.isEmpty() ? ArchiveName.inNames().orElse(PLAIN) : name, reader.read(TAKE_OVER));
    }

    /** The configured name, else the archive's, for code that runs before the whole configuration is read. */
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

    /** Converts an archive's name to an application's: a broker does not allow every character. */
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
