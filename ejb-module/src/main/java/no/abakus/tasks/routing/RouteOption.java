package no.abakus.tasks.routing;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.spi.NearestName;

/**
 * An option that a configured route can set, and its format there.
 *
 * @param option the option
 * @param parser converts a string to the option's value, or throws an {@link IllegalArgumentException} that says which
 *     values are valid
 */
record RouteOption<T>(TaskOption<T> option, Function<String, T> parser) {

    /** The value in the configuration that sets an option to none. */
    private static final String NONE = "none";

    private static final List<RouteOption<?>> ALL = List.of(
            new RouteOption<>(TaskOption.QUEUE, Function.identity()),
            new RouteOption<>(TaskOption.EXCHANGE, Function.identity()),
            new RouteOption<>(TaskOption.ROUTING_KEY, Function.identity()),
            new RouteOption<>(TaskOption.PRIORITY, RouteOption::number),
            new RouteOption<>(TaskOption.SERIALIZER, Function.identity()),
            new RouteOption<>(TaskOption.COMPRESSION, Function.identity()),
            new RouteOption<>(TaskOption.EXPIRES, text -> Expiry.after(duration(text))),
            new RouteOption<>(TaskOption.TIME_LIMIT, RouteOption::duration),
            new RouteOption<>(TaskOption.SOFT_TIME_LIMIT, RouteOption::duration),
            new RouteOption<>(TaskOption.DELIVERY_MODE, RouteOption::deliveryMode),
            new RouteOption<>(TaskOption.GROUP, Function.identity()));

    /**
     * Parses the options of a route.
     *
     * @throws IllegalArgumentException if an option is not valid
     */
    static TaskOptions parse(Map<String, String> written) {
        TaskOptions options = TaskOptions.empty();
        for (Map.Entry<String, String> entry : written.entrySet()) {
            options = named(entry.getKey()).read(entry.getValue(), options);
        }
        return options;
    }

    private static RouteOption<?> named(String name) {
        Optional<RouteOption<?>> found =
                ALL.stream().filter(one -> one.option.optionName().equals(name)).findFirst();
        return found.orElseThrow(() -> {
            List<String> names =
                    ALL.stream().map(one -> one.option.optionName()).toList();
            return new IllegalArgumentException("'" + name + "' is not an option of a route; did you mean '"
                    + NearestName.of(name, names).orElseThrow() + "'? The options are " + String.join(", ", names));
        });
    }

    private TaskOptions read(String text, TaskOptions options) {
        if (text.equals(NONE)) {
            return options.withNone(option);
        }
        try {
            return options.with(option, parser.apply(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " is '" + text + "'; " + e.getMessage(), e);
        }
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the value must be a whole number", e);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the value must be an ISO-8601 duration such as PT30S", e);
        }
    }

    private static DeliveryMode deliveryMode(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "transient" -> DeliveryMode.TRANSIENT;
            case "2", "persistent" -> DeliveryMode.PERSISTENT;
            default -> throw new IllegalArgumentException("the value must be persistent or transient");
        };
    }
}
