package no.abakus.tasks.console.call;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.NearestName;

/**
 * A member of the body that is an option.
 *
 * @param option the option of the task API
 * @param reader makes its value, given its name and what JSON says
 */
record CallOption<T>(TaskOption<T> option, BiFunction<String, Object, T> reader) {

    private static final List<CallOption<?>> SUPPORTED = List.of(
            new CallOption<>(TaskOption.COUNTDOWN, OptionValue::seconds),
            new CallOption<>(TaskOption.ETA, OptionValue::instant),
            new CallOption<>(TaskOption.QUEUE, OptionValue::text),
            new CallOption<>(TaskOption.PRIORITY, OptionValue::wholeNumber),
            new CallOption<>(TaskOption.TASK_ID, OptionValue::text));

    /** Options of Celery's that the engine does not have yet; refused, for silence would promise something. */
    static final List<String> NOT_YET = List.of(
            "expires",
            "shadow",
            "retry",
            "retry_policy",
            "time_limit",
            "soft_time_limit",
            "exchange",
            "routing_key",
            "serializer",
            "compression",
            "link",
            "link_error",
            "add_to_parent",
            "ignore_result",
            "headers");

    /** The names of the options that work. */
    static List<String> names() {
        return SUPPORTED.stream()
                .map(supported -> supported.option.optionName())
                .toList();
    }

    /**
     * The option of this name.
     *
     * @throws TaskOptionException if there is none, or none yet
     */
    static CallOption<?> named(String name) {
        return SUPPORTED.stream()
                .filter(supported -> supported.option.optionName().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** The options with what the value says of this one. */
    TaskOptions read(Object value, TaskOptions options) {
        return value == null
                ? options.withNone(option)
                : options.with(option, reader.apply(option.optionName(), value));
    }

    private static TaskOptionException unknown(String name) {
        if (NOT_YET.contains(name)) {
            return new TaskOptionException("The option '" + name + "' is not yet supported; leave it out");
        }
        List<String> members =
                Stream.concat(Stream.of("args", "kwargs"), names().stream()).toList();
        return new TaskOptionException("There is no option '" + name + "'; did you mean '"
                + NearestName.of(name, members).orElseThrow() + "'? There are " + String.join(", ", members));
    }
}
