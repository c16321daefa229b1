package no.abakus.tasks.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.abakus.logging.LoggingSetting;
import no.abakus.tasks.spi.NearestName;

/** Reads settings from a source and reports invalid ones as problems. */
final class SettingReader {

    private static final String PREFIX = "abakus.tasks.";
    private static final String LOGGING_PREFIX = "abakus.logging.";

    /** Keys such as {@code abakus.tasks.task."<name>".<option>}. They are checked later, when the tasks are known. */
    private static final Pattern PER_TASK = Pattern.compile("abakus\\.tasks\\.task\\..+");

    private final ConfigSource source;
    private final StartupProblems problems;

    SettingReader(ConfigSource source, StartupProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    <T> T read(Setting<T> setting) {
        Optional<String> text = source.get(setting.key());
        if (text.isPresent()) {
            try {
                return setting.parser().apply(text.get());
            } catch (IllegalArgumentException e) {
                problems.add("Setting " + setting.key() + " is '" + text.get() + "', which is " + e.getMessage()
                        + ". Type: " + setting.type() + ". Default: '" + setting.defaultValue() + "'.");
            }
        }
        return setting.parser().apply(setting.defaultValue());
    }

    /** Checks only keys with Abakus's own prefixes, because the source may contain other applications' keys. */
    void reportUnknownKeys(List<Setting<?>> known) {
        reportUnknownKeys(PREFIX, known.stream().map(Setting::key).toList());
        reportUnknownKeys(
                LOGGING_PREFIX,
                Arrays.stream(LoggingSetting.values()).map(LoggingSetting::key).toList());
    }

    private void reportUnknownKeys(String prefix, List<String> names) {
        source.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .filter(key -> !PER_TASK.matcher(key).matches())
                .filter(key -> !names.contains(key))
                .sorted()
                .forEach(key -> problems.add("Setting " + key + " is not known; did you mean "
                        + NearestName.of(key, names).orElse("one of " + names) + "?"));
    }
}
