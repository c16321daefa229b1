package no.abakus.tasks.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.Returns;

/** The checked options of a call that are copied into the message. */
final class RequestedExtras {

    private RequestedExtras() {}

    static MessageExtras of(
            TaskOptions options, TaskAttributes attributes, Optional<Instant> expires, Headers headers) {
        if (options.isEmpty()) {
            return expires.isEmpty() ? MessageExtras.NONE : MessageExtras.expiring(expires);
        }
        Optional<Duration> timeLimit = limit(options, TaskOption.TIME_LIMIT);
        Optional<Duration> softTimeLimit = limit(options, TaskOption.SOFT_TIME_LIMIT);
        checkOrder(effective(softTimeLimit, attributes.softTimeLimit()), effective(timeLimit, attributes.timeLimit()));
        MessageExtras extras = new MessageExtras(
                text(options, TaskOption.SHADOW),
                expires,
                timeLimit,
                softTimeLimit,
                options.get(TaskOption.HEADERS).map(headers::checked).orElse(MessageExtras.NONE.headers()),
                text(options, TaskOption.CORRELATION_ID),
                text(options, TaskOption.REPLY_TO),
                text(options, TaskOption.GROUP),
                Returns.NONE,
                0);
        return extras.equals(MessageExtras.NONE) ? MessageExtras.NONE : extras;
    }

    /**
     * Returns the limit for the message. Zero means that the call removed the limit. Empty means that the worker's own
     * limit applies.
     */
    private static Optional<Duration> limit(TaskOptions options, TaskOption<Duration> option) {
        Optional<Duration> said = options.get(option).map(limit -> Span.checked(limit, option.optionName()));
        said.filter(limit -> limit.toMillis() < 1).ifPresent(limit -> {
            throw new TaskOptionException(option + " is " + limit
                    + ", but must be a millisecond or more; to remove the limit, use without(…)");
        });
        return said.isEmpty() && options.says(option) ? Optional.of(Duration.ZERO) : said.map(RequestedExtras::whole);
    }

    private static Duration whole(Duration limit) {
        return Duration.ofMillis(limit.toMillis());
    }

    private static Optional<Duration> effective(Optional<Duration> said, Optional<Duration> declared) {
        return said.isPresent() ? said.filter(limit -> !limit.isZero()) : declared;
    }

    private static void checkOrder(Optional<Duration> soft, Optional<Duration> hard) {
        if (soft.isPresent() && hard.isPresent() && soft.get().compareTo(hard.get()) > 0) {
            throw new TaskOptionException(
                    "The task would be asked to end after " + soft.get() + " (soft_time_limit) and be" + " ended after "
                            + hard.get() + " (time_limit), but the soft limit must come first");
        }
    }

    private static Optional<String> text(TaskOptions options, TaskOption<String> option) {
        Optional<String> said = options.get(option);
        if (said.isPresent() && said.get().isBlank()) {
            throw new TaskOptionException(option + " is blank; leave it out, or remove it with without(…)");
        }
        return said;
    }
}
