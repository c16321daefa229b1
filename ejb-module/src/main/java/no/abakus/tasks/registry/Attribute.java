package no.abakus.tasks.registry;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.config.LongestSpan;

/**
 * An attribute of a task, set by a member of its annotation or by configuration.
 *
 * @param name its name in configuration, which is the member's name in kebab case
 * @param declared the annotation's value, as it would be written in configuration
 * @param parser converts a string to the value, or throws an {@link IllegalArgumentException} if the string is not
 *     valid
 * @param value reads the value from a task's attributes
 * @param <T> the type of its value
 */
public record Attribute<T>(
        String name,
        Function<AbakusTask, String> declared,
        Function<String, T> parser,
        Function<TaskAttributes, T> value) {

    /** The configuration value that removes a value set by the annotation. */
    static final String NONE = "none";

    private static final Pattern HYPHEN_AND_LETTER = Pattern.compile("-([a-z])");
    private static final String TAKES_A_DURATION = "the value must be an ISO-8601 duration such as PT30S";

    static Attribute<Integer> number(
            String name, Function<AbakusTask, Integer> declared, Function<TaskAttributes, Integer> value) {
        return new Attribute<>(name, said -> declared.apply(said).toString(), Integer::valueOf, value);
    }

    static Attribute<Boolean> yesOrNo(
            String name, Function<AbakusTask, Boolean> declared, Function<TaskAttributes, Boolean> value) {
        return new Attribute<>(
                name,
                said -> declared.apply(said).toString(),
                text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException("the value must be true or false");
                    }
                    return text.equals("true");
                },
                value);
    }

    static Attribute<Duration> duration(
            String name, Function<AbakusTask, String> declared, Function<TaskAttributes, Duration> value) {
        return new Attribute<>(name, declared, Attribute::parseDuration, value);
    }

    static Attribute<Optional<String>> optionalText(
            String name, Function<AbakusTask, String> declared, Function<TaskAttributes, Optional<String>> value) {
        return new Attribute<>(name, declared, text -> Optional.of(text).filter(Attribute::isThere), value);
    }

    static Attribute<Optional<Duration>> optionalDuration(
            String name, Function<AbakusTask, String> declared, Function<TaskAttributes, Optional<Duration>> value) {
        return new Attribute<>(
                name,
                declared,
                text -> Optional.of(text).filter(Attribute::isThere).map(Attribute::parseDuration),
                value);
    }

    private static boolean isThere(String text) {
        return !text.equals(AbakusTask.UNSET) && !text.equals(NONE);
    }

    private static Duration parseDuration(String text) {
        Duration span;
        try {
            span = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(TAKES_A_DURATION, e);
        }
        if (LongestSpan.isExceededBy(span)) {
            throw new IllegalArgumentException("the value must be a duration of at most 292 years");
        }
        return span;
    }

    /** Returns the name of the annotation member. */
    String member() {
        Matcher hyphens = HYPHEN_AND_LETTER.matcher(name);
        return hyphens.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
