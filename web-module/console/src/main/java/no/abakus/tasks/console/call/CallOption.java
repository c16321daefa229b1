package no.abakus.tasks.console.call;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.spi.NearestName;

/**
 * An option of a call, as a member of the request body.
 *
 * @param option the option of the task API
 * @param reader creates the option's value from the option's name and the JSON value
 */
record CallOption<T>(TaskOption<T> option, BiFunction<String, Object, T> reader) {

    private static final List<CallOption<?>> SUPPORTED = List.of(
            new CallOption<>(TaskOption.COUNTDOWN, OptionValue::seconds),
            new CallOption<>(TaskOption.ETA, OptionValue::instant),
            new CallOption<>(TaskOption.EXPIRES, OptionValue::expiry),
            new CallOption<>(TaskOption.SHADOW, OptionValue::text),
            new CallOption<>(TaskOption.TIME_LIMIT, OptionValue::seconds),
            new CallOption<>(TaskOption.SOFT_TIME_LIMIT, OptionValue::seconds),
            new CallOption<>(TaskOption.QUEUE, OptionValue::text),
            new CallOption<>(TaskOption.APPLICATION, OptionValue::text),
            new CallOption<>(TaskOption.EXCHANGE, OptionValue::text),
            new CallOption<>(TaskOption.ROUTING_KEY, OptionValue::text),
            new CallOption<>(TaskOption.PRIORITY, OptionValue::wholeNumber),
            new CallOption<>(TaskOption.SERIALIZER, OptionValue::text),
            new CallOption<>(TaskOption.COMPRESSION, OptionValue::text),
            new CallOption<>(TaskOption.HEADERS, OptionValue::members),
            new CallOption<>(TaskOption.DELIVERY_MODE, OptionValue::deliveryMode),
            new CallOption<>(TaskOption.CORRELATION_ID, OptionValue::text),
            new CallOption<>(TaskOption.REPLY_TO, OptionValue::text),
            new CallOption<>(TaskOption.GROUP, OptionValue::text),
            new CallOption<>(TaskOption.TASK_ID, TaskIds::fresh),
            new CallOption<>(TaskOption.LINK, SignatureValue::read),
            new CallOption<>(TaskOption.LINK_ERROR, SignatureValue::read),
            new CallOption<>(TaskOption.ADD_TO_PARENT, OptionValue::yesOrNo),
            new CallOption<>(TaskOption.IGNORE_RESULT, OptionValue::yesOrNo),
            new CallOption<>(TaskOption.RETRY, OptionValue::yesOrNo),
            new CallOption<>(TaskOption.RETRY_POLICY, RetryPolicyValue::read),
            new CallOption<>(TaskOption.TIMEOUT, OptionValue::seconds));

    /** Celery's options that take an object of the sending process. A client of the API has no such object. */
    static final List<String> OF_THE_PROCESS = List.of("connection", "producer", "publisher");

    /** Returns the names of the supported options. */
    static List<String> names() {
        return SUPPORTED.stream()
                .map(supported -> supported.option.optionName())
                .toList();
    }

    /**
     * Returns the option with this name.
     *
     * @throws TaskOptionException if there is no such option, or JSON cannot express it
     */
    static CallOption<?> named(String name) {
        return SUPPORTED.stream()
                .filter(supported -> supported.option.optionName().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** Returns the options with this one set to the value. */
    TaskOptions read(Object value, TaskOptions options) {
        return value == null
                ? options.withNone(option)
                : options.with(option, reader.apply(option.optionName(), value));
    }

    private static TaskOptionException unknown(String name) {
        if (OF_THE_PROCESS.contains(name)) {
            return new TaskOptionException(
                    "The option '" + name + "' takes an open connection to the broker, which JSON"
                            + " cannot express. Leave the option out, so that the server uses its own connection");
        }
        List<String> members =
                Stream.concat(Stream.of("args", "kwargs"), names().stream()).toList();
        return new TaskOptionException("There is no option '" + name + "'; did you mean '"
                + NearestName.of(name, members).orElseThrow() + "'? The members are " + String.join(", ", members));
    }
}
