package no.abakus.tasks.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.message.Encoding;
import no.abakus.tasks.message.WrittenBody;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.FollowUps;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Creates a new message from the message of an earlier task. The changed options replace parts of the message, and the
 * other parts stay as they were.
 */
final class ChangedParts {

    private final MessageParts parts;
    private final TaskClock clock;

    ChangedParts(MessageParts parts, TaskClock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** Returns the message with the changes, still under its earlier id. */
    TaskMessage message(EarlierTask task, Optional<TaskDefinition> definition) {
        TaskMessage before = task.message();
        TaskOptions options = task.options();
        TaskAttributes attributes = definition.map(TaskDefinition::attributes).orElse(TaskAttributes.DEFAULTS);
        Optional<Instant> eta = DueTime.of(options, clock);
        // The task's own expiry counts from its first send, so only an expiry among the changed options applies.
        Optional<Instant> expires = ExpiryTime.of(options, TaskAttributes.DEFAULTS, eta, clock);
        return new TaskMessage(
                before.identity(),
                new TaskMessage.Timing(0, eta, Optional.empty()),
                payload(task, definition, attributes),
                options.says(TaskOption.IGNORE_RESULT) ? options.get(TaskOption.IGNORE_RESULT) : before.ignoreResult(),
                new FollowUps(
                        options.says(TaskOption.LINK)
                                ? parts.signatures().write(TaskOption.LINK, options)
                                : before.followUps().link(),
                        options.says(TaskOption.LINK_ERROR)
                                ? parts.signatures().write(TaskOption.LINK_ERROR, options)
                                : before.followUps().linkError()),
                before.context(),
                extras(before.extras(), options, attributes, expires));
    }

    private MessageExtras extras(
            MessageExtras before, TaskOptions options, TaskAttributes attributes, Optional<Instant> expires) {
        // The limits are checked together, whichever of them changes.
        TaskOptions limits = with(TaskOption.TIME_LIMIT, before.timeLimit(), TaskOptions.empty());
        limits = with(TaskOption.SOFT_TIME_LIMIT, before.softTimeLimit(), limits);
        MessageExtras changed = RequestedExtras.of(options.over(limits), attributes, expires, parts.headers());
        return new MessageExtras(
                options.says(TaskOption.SHADOW) ? changed.shadow() : before.shadow(),
                expires,
                changed.timeLimit(),
                changed.softTimeLimit(),
                options.says(TaskOption.HEADERS) ? changed.headers() : before.headers(),
                options.says(TaskOption.CORRELATION_ID) ? changed.correlationId() : before.correlationId(),
                options.says(TaskOption.REPLY_TO) ? changed.replyTo() : before.replyTo(),
                options.says(TaskOption.GROUP) ? changed.group() : before.group(),
                Returns.NONE,
                0);
    }

    /** Adds the limit to the options. In a message, a limit of zero means that the call removed the limit. */
    private static TaskOptions with(TaskOption<Duration> option, Optional<Duration> limit, TaskOptions options) {
        if (limit.isEmpty()) {
            return options;
        }
        return limit.get().isZero() ? options.withNone(option) : options.with(option, limit.get());
    }

    private TaskMessage.Payload payload(
            EarlierTask task, Optional<TaskDefinition> definition, TaskAttributes attributes) {
        TaskMessage before = task.message();
        if (task.arguments().isEmpty()) {
            checkIsNotWritten(task.options());
            return before.payload();
        }
        TaskArguments arguments = task.arguments().get();
        WrittenBody body = parts.codec()
                .encode(
                        before.task(),
                        arguments,
                        Encoding.of(
                                task.options().over(encoding(before)),
                                attributes.serializer(),
                                attributes.compression()),
                        definition.map(TaskDefinition::parameters));
        return new TaskMessage.Payload(
                body.contentType(),
                body.compression(),
                body.body(),
                parts.summaries()
                        .of(
                                arguments,
                                definition
                                        .map(known -> known.parameters().names())
                                        .orElseGet(List::of)));
    }

    /** Returns how the earlier body was written, as far as this is known here. */
    private TaskOptions encoding(TaskMessage before) {
        TaskOptions options = parts.codec()
                .serializerOf(before.contentType())
                .map(name -> TaskOptions.empty().with(TaskOption.SERIALIZER, name))
                .orElse(TaskOptions.empty());
        return before.compression()
                .map(name -> options.with(TaskOption.COMPRESSION, name))
                .orElse(options);
    }

    private static void checkIsNotWritten(TaskOptions options) {
        for (TaskOption<String> option : List.of(TaskOption.SERIALIZER, TaskOption.COMPRESSION)) {
            if (options.says(option)) {
                throw new TaskOptionException(option + " changes how arguments are written, but the body is sent as it"
                        + " was kept. Give the arguments as well, or leave out the option; nothing was sent");
            }
        }
    }
}
