package no.abakus.tasks.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Writes and reads bodies, by serializer and compressor, within the limit of size. Thread-safe. */
public final class MessageCodec {

    private final Serializers serializers;
    private final Compressors compressors;
    private final Optional<String> standardCompression;
    private final int maxBodySize;

    /** A codec that writes with these unless a call or a task says otherwise, and reads with them. */
    public MessageCodec(MessageConfig limits, BodyConfig standard, Serializers serializers, Compressors compressors) {
        this.serializers = serializers;
        this.compressors = compressors;
        this.standardCompression = standard.compression();
        this.maxBodySize = limits.maxBodySize();
    }

    /**
     * Writes the arguments.
     *
     * @param how what to write them with
     * @throws TaskArgumentException if they cannot be written, or are too large
     * @throws no.abakus.tasks.TaskOptionException if there is no such serializer or compressor
     */
    public WrittenBody encode(String task, TaskArguments arguments, Encoding how) {
        TaskSerializer serializer = how.serializer().isEmpty()
                ? serializers.standard()
                : serializers.named(how.serializer().get());
        Optional<String> compression = how.compression(standardCompression);
        MessageBody body = serializer.write(arguments);
        checkSize(task, body);
        return compression.isEmpty()
                ? new WrittenBody(serializer.contentType(), compression, body)
                : compressed(task, serializer.contentType(), compressors.named(compression.get()), body);
    }

    private WrittenBody compressed(String task, String contentType, TaskCompressor compressor, MessageBody body) {
        MessageBody.Binary plain = new MessageBody.Binary(bytes(body));
        // A worker counts what it unpacks in bytes, of which a character may take several.
        checkSize(task, plain);
        MessageBody.Binary small = new MessageBody.Binary(Compressors.compress(compressor, plain.bytes()));
        checkSize(task, small);
        return new WrittenBody(contentType, Optional.of(compressor.name()), small);
    }

    private void checkSize(String task, MessageBody body) {
        if (body.size() > maxBodySize) {
            throw new TaskArgumentException("The arguments of " + task + " take " + body.size()
                    + (body instanceof MessageBody.Text ? " characters" : " bytes") + ", and a message at most "
                    + maxBodySize + " (abakus.tasks.message.max-body-size): store them and send their key; nothing was"
                    + " sent");
        }
    }

    /** Reads the arguments of a message. What is not accepted is not even unpacked. */
    public TaskArguments decode(TaskMessage message, ParameterTypes types) throws UnreadableMessageException {
        if (message.body().size() > maxBodySize) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + message.body().size() + " characters, and at most " + maxBodySize
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        TaskSerializer serializer = serializers.ofContentType(message.contentType());
        try {
            return serializer.read(unpacked(message), types);
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a message holds, and whoever wrote the serializer: what it cannot be read as, it is not.
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY,
                    "The body cannot be read as " + serializer.name() + ", with "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private MessageBody unpacked(TaskMessage message) throws UnreadableMessageException {
        return message.compression().isEmpty()
                ? message.body()
                : new MessageBody.Binary(
                        compressors.decompress(message.compression().get(), bytes(message.body()), maxBodySize));
    }

    private static byte[] bytes(MessageBody body) {
        return body instanceof MessageBody.Text text
                ? text.text().getBytes(StandardCharsets.UTF_8)
                : ((MessageBody.Binary) body).bytes();
    }
}
