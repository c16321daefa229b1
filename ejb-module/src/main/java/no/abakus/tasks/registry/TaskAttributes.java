package no.abakus.tasks.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.abakus.tasks.AbakusTask;

/**
 * The attributes of a task from {@link AbakusTask}, after configuration was applied.
 *
 * @param queue the queue of its calls; empty for the default queue
 * @param priority the JMS priority of its calls
 * @param typing whether calls by name are checked
 * @param acks when its message is acknowledged, and what happens if its server dies
 * @param maxRetries how often the task may be retried; -1 for no limit
 * @param retryDelay the delay of a retry that sets no delay of its own
 * @param retry when the task is retried automatically, and how the delays between retries grow
 * @param throwsExpected the expected exceptions, which are logged without a stack trace
 * @param serializer the serializer for its arguments; empty for the default
 * @param compression the compressor for its bodies; empty for none
 * @param expires the time from the send after which a call expires; empty for never
 * @param timeLimit the longest time that an execution may take; empty for no limit
 * @param softTimeLimit how long an execution may take before it is asked to end; empty for no limit
 * @param rateLimit how often the task may start; empty for no limit
 * @param results the parts of the task's outcome that are stored
 */
public record TaskAttributes(
        Optional<String> queue,
        int priority,
        boolean typing,
        AckAttributes acks,
        int maxRetries,
        Duration retryDelay,
        RetryAttributes retry,
        ExceptionTypes throwsExpected,
        Optional<String> serializer,
        Optional<String> compression,
        Optional<Duration> expires,
        Optional<Duration> timeLimit,
        Optional<Duration> softTimeLimit,
        Optional<RateLimit> rateLimit,
        ResultAttributes results) {

    /** The maximum number of retries in a message. A worker rejects a message with a higher number. */
    private static final int MOST_RETRIES = Integer.MAX_VALUE - 1;

    static final Attribute<Optional<String>> QUEUE =
            Attribute.optionalText("queue", AbakusTask::queue, TaskAttributes::queue);
    static final Attribute<Integer> PRIORITY =
            Attribute.number("priority", AbakusTask::priority, TaskAttributes::priority);
    static final Attribute<Boolean> TYPING = Attribute.yesOrNo("typing", AbakusTask::typing, TaskAttributes::typing);
    static final Attribute<Integer> MAX_RETRIES =
            Attribute.number("max-retries", AbakusTask::maxRetries, TaskAttributes::maxRetries);
    static final Attribute<Duration> RETRY_DELAY =
            Attribute.duration("retry-delay", AbakusTask::retryDelay, TaskAttributes::retryDelay);
    static final Attribute<ExceptionTypes> THROWS_EXPECTED = new Attribute<>(
            "throws-expected",
            said -> ExceptionTypes.write(said.throwsExpected()),
            ExceptionTypes::parse,
            TaskAttributes::throwsExpected);
    static final Attribute<Optional<String>> SERIALIZER =
            Attribute.optionalText("serializer", AbakusTask::serializer, TaskAttributes::serializer);
    static final Attribute<Optional<String>> COMPRESSION =
            Attribute.optionalText("compression", AbakusTask::compression, TaskAttributes::compression);
    static final Attribute<Optional<Duration>> EXPIRES =
            Attribute.optionalDuration("expires", AbakusTask::expires, TaskAttributes::expires);
    static final Attribute<Optional<Duration>> TIME_LIMIT =
            Attribute.optionalDuration("time-limit", AbakusTask::timeLimit, TaskAttributes::timeLimit);
    static final Attribute<Optional<Duration>> SOFT_TIME_LIMIT =
            Attribute.optionalDuration("soft-time-limit", AbakusTask::softTimeLimit, TaskAttributes::softTimeLimit);

    /** All attributes, as {@code docs/configuration.md} lists them. */
    public static final List<Attribute<?>> ALL = Stream.of(
                    List.of(QUEUE, PRIORITY, TYPING),
                    AckAttributes.ALL,
                    List.of(MAX_RETRIES, RETRY_DELAY),
                    RetryAttributes.ALL,
                    List.of(THROWS_EXPECTED, SERIALIZER, COMPRESSION, EXPIRES, TIME_LIMIT, SOFT_TIME_LIMIT),
                    RateLimitAttributes.ALL,
                    ResultAttributes.ALL)
            .<Attribute<?>>flatMap(List::stream)
            .toList();

    /** The attributes of a task that sets none. */
    public static final TaskAttributes DEFAULTS = new TaskAttributes(
            Optional.empty(),
            4,
            true,
            AckAttributes.DEFAULTS,
            3,
            Duration.ofMinutes(3),
            RetryAttributes.DEFAULTS,
            ExceptionTypes.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ResultAttributes.DEFAULTS);

    /** Returns the attributes that the reader finds, with the default for each attribute that cannot be read. */
    public static TaskAttributes read(AttributeReader reader) {
        return new TaskAttributes(
                reader.read(QUEUE, DEFAULTS.queue),
                reader.read(PRIORITY, DEFAULTS.priority),
                reader.read(TYPING, DEFAULTS.typing),
                AckAttributes.read(reader),
                reader.read(MAX_RETRIES, DEFAULTS.maxRetries),
                reader.read(RETRY_DELAY, DEFAULTS.retryDelay),
                RetryAttributes.read(reader),
                reader.read(THROWS_EXPECTED, DEFAULTS.throwsExpected),
                reader.read(SERIALIZER, DEFAULTS.serializer),
                reader.read(COMPRESSION, DEFAULTS.compression),
                reader.read(EXPIRES, DEFAULTS.expires),
                reader.read(TIME_LIMIT, DEFAULTS.timeLimit),
                reader.read(SOFT_TIME_LIMIT, DEFAULTS.softTimeLimit),
                RateLimitAttributes.read(reader),
                ResultAttributes.read(reader));
    }

    /** Whether another retry is granted after this many retries. */
    public boolean allowsRetryAfter(int retries) {
        return allowsRetryAfter(retries, maxRetries);
    }

    /**
     * Whether another retry is granted after this many retries if {@code most} retries are allowed. If {@code most} is
     * negative, as many are allowed as a message can hold.
     */
    public static boolean allowsRetryAfter(int retries, int most) {
        return retries < (most < 0 ? MOST_RETRIES : Math.min(most, MOST_RETRIES));
    }
}
