package no.abakus.tasks.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A setting of the configuration.
 *
 * @param key the setting's key, {@code abakus.tasks.<concern>.<thing>}
 * @param type the type of its value, for the documentation
 * @param defaultValue the default value, as written in configuration
 * @param meaning what the setting does, for the documentation
 * @param parser converts the string to the value, or throws an {@link IllegalArgumentException} that says why the value
 *     is not valid
 * @param <T> the type of its value
 */
record Setting<T>(String key, String type, String defaultValue, String meaning, Function<String, T> parser) {

    static Setting<String> text(String key, String defaultValue, String meaning) {
        return new Setting<>(key, "text", defaultValue, meaning, Function.identity());
    }

    static Setting<Boolean> toggle(String key, boolean defaultValue, String meaning) {
        return new Setting<>(key, "switch", Boolean.toString(defaultValue), meaning, text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return text.equals("true");
        });
    }

    static Setting<Set<String>> names(String key, String defaultValue, String meaning) {
        return new Setting<>(
                key, "names, comma-separated", defaultValue, meaning, text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static Setting<Integer> count(String key, int defaultValue, int least, int most, String meaning) {
        return new Setting<>(key, "number", Integer.toString(defaultValue), meaning, text -> {
            int value = number(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException("not between " + least + " and " + most);
            }
            return value;
        });
    }

    static Setting<Duration> span(String key, String defaultValue, Duration least, String meaning) {
        return new Setting<>(key, "ISO-8601 duration", defaultValue, meaning, text -> {
            Duration value;
            try {
                value = Duration.parse(text.strip());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a duration such as PT30S or P1D", e);
            }
            if (value.compareTo(least) < 0) {
                throw new IllegalArgumentException("less than " + least);
            }
            return LongestSpan.checked(value);
        });
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a whole number", e);
        }
    }
}
