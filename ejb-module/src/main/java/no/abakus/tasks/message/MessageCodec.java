package no.abakus.tasks.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.config.DecodingConfig;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Writes and reads bodies with serializers and compressors, within the size limits. Thread-safe. */
public final class MessageCodec {

    /** Bodies of up to this many characters or bytes hold no share of the memory for bodies, whatever they contain. */
    static final int SMALL = 32 * 1024;

    /** The assumed weight per byte for a serializer that does not report weights. */
    private static final int UNKNOWN_PER_BYTE = 8;

    /** How long a worker waits for memory before it turns to other work. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Serializers serializers;
    private final Compressors compressors;
    private final Optional<String> standardCompression;
    private final int maxBodySize;
    private final long maxWeight;
    private final DecodingMemory memory;

    /**
     * Creates a codec that writes with the defaults in {@code standard} unless a call or a task specifies otherwise. It
     * reads with the same serializers and compressors.
     */
    public MessageCodec(
            MessageConfig limits,
            DecodingConfig decoding,
            BodyConfig standard,
            Serializers serializers,
            Compressors compressors) {
        this.serializers = serializers;
        this.compressors = compressors;
        this.standardCompression = standard.compression();
        this.maxBodySize = limits.maxBodySize();
        this.memory = new DecodingMemory(decoding.memory(), PATIENCE);
        this.maxWeight = Math.min(decoding.maxDecodedSize(), memory.size());
    }

    /**
     * Writes the arguments.
     *
     * @param how the serializer and compressor to use
     * @throws TaskArgumentException if they cannot be written, or are too large
     * @throws no.abakus.tasks.TaskOptionException if there is no such serializer or compressor
     */
    public WrittenBody encode(String task, TaskArguments arguments, Encoding how) {
        return encode(task, arguments, how, Optional.empty());
    }

    /**
     * Writes the arguments, and checks that a worker will read them unchanged.
     *
     * @param how the serializer and compressor to use
     * @param types the types that a worker will read the arguments as; empty if the types are unknown here, or should
     *     not be checked
     * @throws TaskArgumentException if they cannot be written or read, would change, or are too large
     * @throws no.abakus.tasks.TaskOptionException if there is no such serializer or compressor
     */
    public WrittenBody encode(
            String task, TaskArguments arguments, Encoding how, Optional<? extends ParameterTypes> types) {
        TaskSerializer serializer = how.serializer().isEmpty()
                ? serializers.standard()
                : serializers.named(how.serializer().get());
        Optional<String> compression = how.compression(standardCompression);
        MessageBody body = serializer.write(arguments);
        checkSize(task, body);
        types.ifPresent(known -> new ReadBack(task, serializer).check(arguments, body, known));
        return compression.isEmpty()
                ? new WrittenBody(serializer.contentType(), compression, body)
                : compressed(task, serializer.contentType(), compressors.named(compression.get()), body);
    }

    /** Returns the name of the serializer that writes this content type; empty if none is accepted here. */
    public Optional<String> serializerOf(String contentType) {
        return serializers.nameOf(contentType);
    }

    private WrittenBody compressed(String task, String contentType, TaskCompressor compressor, MessageBody body) {
        MessageBody.Binary plain = new MessageBody.Binary(bytes(body));
        // A worker counts the decompressed body in bytes, and a character may take several.
        checkSize(task, plain);
        MessageBody.Binary small = new MessageBody.Binary(Compressors.compress(compressor, plain.bytes()));
        checkSize(task, small);
        return new WrittenBody(contentType, Optional.of(compressor.name()), small);
    }

    private void checkSize(String task, MessageBody body) {
        if (body.size() > maxBodySize) {
            throw new TaskArgumentException("The arguments of " + task + " take " + body.size()
                    + (body instanceof MessageBody.Text ? " characters" : " bytes") + ", but a message has at most "
                    + maxBodySize + " (abakus.tasks.message.max-body-size). Store the arguments and send their key"
                    + " instead; nothing was sent");
        }
    }

    /** Returns a share of the memory for bodies. Read a body with it, and close it after the body's task ends. */
    public DecodingMemory.Share share() {
        return memory.share();
    }

    /** Whether reading the message may take so much memory that the node first records the attempt. */
    public static boolean isHeavy(TaskMessage message) {
        return message.compression().isPresent() || message.body().size() > SMALL;
    }

    /** Reads the arguments of a message, without counting the memory that they take afterwards. */
    public TaskArguments decode(TaskMessage message, ParameterTypes types) throws UnreadableMessageException {
        try (DecodingMemory.Share share = share()) {
            return decode(message, types, share);
        }
    }

    /**
     * Reads the arguments of a message. If the serializer is not accepted, the body is not even decompressed.
     *
     * @param share takes the memory for the arguments
     * @throws NoMemoryNowException if other messages hold that memory, and do not return it soon
     */
    public TaskArguments decode(TaskMessage message, ParameterTypes types, DecodingMemory.Share share)
            throws UnreadableMessageException {
        if (message.body().size() > maxBodySize) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + message.body().size() + " characters, but at most " + maxBodySize
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        TaskSerializer serializer = serializers.ofContentType(message.contentType());
        try {
            return isHeavy(message) ? heavy(message, types, serializer, share) : serializer.read(message.body(), types);
        } catch (NoMemoryNowException e) {
            throw e;
        } catch (UnreadableMessageException e) {
            // Jackson treats any error in a constructor as a mapping problem.
            OutOfMemoryError outOfMemory = BodyTrouble.find(OutOfMemoryError.class, e);
            if (outOfMemory != null) {
                throw outOfMemory;
            }
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Anyone may have written the message and the serializer, so any exception means that the body is
            // unreadable.
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY,
                    "The body cannot be read as " + serializer.name() + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private TaskArguments heavy(
            TaskMessage message, ParameterTypes types, TaskSerializer serializer, DecodingMemory.Share share)
            throws UnreadableMessageException {
        MessageBody body = unpacked(message, share);
        if (body.size() <= SMALL) {
            share.close();
            return serializer.read(body, types);
        }
        if (message.compression().isEmpty()) {
            share.take(mostFor(body));
        } else {
            share.keep(mostFor(body));
        }
        if (!(serializer instanceof Weighing weighing)) {
            TaskArguments arguments = serializer.read(body, types);
            share.hold((long) UNKNOWN_PER_BYTE * body.size());
            return arguments;
        }
        Weight weight = new Weight(maxWeight);
        TaskArguments arguments = weighing.read(body, types, weight);
        share.hold(weight.bytes() + (long) Weight.CHARACTER * body.size());
        return arguments;
    }

    /** The maximum weight of the values while they are read. */
    private long mostFor(MessageBody body) {
        int most = body instanceof MessageBody.Text ? Weight.MOST_PER_CHARACTER : Weight.MOST_PER_BYTE;
        return Math.min(maxWeight, (long) most * body.size()) + (long) Weight.CHARACTER * body.size();
    }

    private MessageBody unpacked(TaskMessage message, DecodingMemory.Share share) throws UnreadableMessageException {
        return message.compression().isEmpty()
                ? message.body()
                : new MessageBody.Binary(
                        compressors.decompress(message.compression().get(), bytes(message.body()), maxBodySize, share));
    }

    private static byte[] bytes(MessageBody body) {
        return body instanceof MessageBody.Text text
                ? text.text().getBytes(StandardCharsets.UTF_8)
                : ((MessageBody.Binary) body).bytes();
    }
}
