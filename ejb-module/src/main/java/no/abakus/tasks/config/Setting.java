package no.abakus.tasks.config;

import java.util.function.Function;

/**
 * One key that can be set.
 *
 * @param key its name, {@code abakus.tasks.<concern>.<thing>}
 * @param type what its value is, for a reader
 * @param defaultValue its value where nothing is said, as it would be written
 * @param meaning what it does, in one sentence
 * @param parser makes the value of its text, or throws {@link IllegalArgumentException} saying what would be valid
 * @param <T> the type of its value
 */
public record Setting<T>(String key, String type, String defaultValue, String meaning, Function<String, T> parser) {

    static Setting<String> text(String key, String defaultValue, String meaning) {
        return new Setting<>(key, "text", defaultValue, meaning, Function.identity());
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

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a whole number", e);
        }
    }
}
