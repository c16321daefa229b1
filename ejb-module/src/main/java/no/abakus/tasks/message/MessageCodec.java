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

/** Writes and reads bodies, by serializer and compressor, within the limit of size. Thread-safe. */
public final class MessageCodec {

    /** Bodies of up to that many bytes take no share of the memory for bodies, whatever they hold. */
    static final int SMALL = 32 * 1024;

    /** What a byte is taken to weigh of a serializer that does not say. */
    private static final int UNKNOWN_PER_BYTE = 8;

    /** How long a worker waits for memory before it works on something else. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Serializers serializers;
    private final Compressors compressors;
    private final Optional<String> standardCompression;
    private final int maxBodySize;
    private final long maxWeight;
    private final DecodingMemory memory;

    /** A codec that writes with these unless a call or a task says otherwise, and reads with them. */
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
     * @param how what to write them with
     * @throws TaskArgumentException if they cannot be written, or are too large
     * @throws no.abakus.tasks.TaskOptionException if there is no such serializer or compressor
     */
    public WrittenBody encode(String task, TaskArguments arguments, Encoding how) {
        return encode(task, arguments, how, Optional.empty());
    }

    /**
     * Writes the arguments, and checks that a worker will read them as they are.
     *
     * @param how what to write them with
     * @param types what a worker will read them as; empty where that is not known here, or not to be checked
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

    /** A share of the memory for bodies, to read one with and to close when its task has ended. */
    public DecodingMemory.Share share() {
        return memory.share();
    }

    /** Whether reading it may take much memory, so that it is to be known who reads it. */
    public static boolean isHeavy(TaskMessage message) {
        return message.compression().isPresent() || message.body().size() > SMALL;
    }

    /** Reads the arguments of a message whose memory nobody else counts. */
    public TaskArguments decode(TaskMessage message, ParameterTypes types) throws UnreadableMessageException {
        try (DecodingMemory.Share share = share()) {
            return decode(message, types, share);
        }
    }

    /**
     * Reads the arguments of a message. What is not accepted is not even unpacked.
     *
     * @param share takes what the arguments take of the memory for bodies
     * @throws NoMemoryNowException if others have that memory, and do not return it soon
     */
    public TaskArguments decode(TaskMessage message, ParameterTypes types, DecodingMemory.Share share)
            throws UnreadableMessageException {
        if (message.body().size() > maxBodySize) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + message.body().size() + " characters, and at most " + maxBodySize
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        TaskSerializer serializer = serializers.ofContentType(message.contentType());
        try {
            return isHeavy(message) ? heavy(message, types, serializer, share) : serializer.read(message.body(), types);
        } catch (NoMemoryNowException e) {
            throw e;
        } catch (UnreadableMessageException e) {
            // Jackson takes any error of a constructor for an opinion on the value.
            OutOfMemoryError outOfMemory = BodyTrouble.find(OutOfMemoryError.class, e);
            if (outOfMemory != null) {
                throw outOfMemory;
            }
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a message holds, and whoever wrote the serializer: what it cannot be read as, it is not.
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY,
                    "The body cannot be read as " + serializer.name() + ", with "
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

    /** Its values may weigh so much before reading ends. */
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
