package no.abakus.tasks.message;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Writes and reads bodies, by the serializer that a message names, within the limit of size. Thread-safe. */
public final class MessageCodec {

    private final TaskSerializer defaultSerializer;
    private final Map<String, TaskSerializer> byContentType;
    private final int maxBodySize;

    /** A codec that writes with the first serializer and reads what any of them wrote. */
    public MessageCodec(MessageConfig config, TaskSerializer defaultSerializer, TaskSerializer... accepted) {
        this.defaultSerializer = defaultSerializer;
        this.byContentType = Stream.concat(Stream.of(defaultSerializer), Stream.of(accepted))
                .collect(Collectors.toUnmodifiableMap(TaskSerializer::contentType, Function.identity()));
        this.maxBodySize = config.maxBodySize();
    }

    /** The serializer that bodies are written with. */
    public TaskSerializer serializer() {
        return defaultSerializer;
    }

    /**
     * Writes the arguments.
     *
     * @throws TaskArgumentException if they cannot be written, or are too large
     */
    public MessageBody encode(String task, TaskArguments arguments) {
        MessageBody body = defaultSerializer.write(arguments);
        if (body.size() > maxBodySize) {
            throw new TaskArgumentException("The arguments of " + task + " take " + body.size()
                    + " characters, and a message at most " + maxBodySize
                    + " (abakus.tasks.message.max-body-size): store them and send their key; nothing was sent");
        }
        return body;
    }

    /** Reads the arguments of a message. */
    public TaskArguments decode(TaskMessage message, ParameterTypes types) throws UnreadableMessageException {
        if (message.body().size() > maxBodySize) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + message.body().size() + " characters, and at most " + maxBodySize
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        TaskSerializer serializer = byContentType.get(message.contentType());
        if (serializer == null) {
            throw new UnreadableMessageException(
                    Reason.CONTENT_TYPE,
                    "The content type '" + message.contentType() + "' is not accepted here; these are: "
                            + byContentType.keySet());
        }
        return serializer.read(message.body(), types);
    }
}
