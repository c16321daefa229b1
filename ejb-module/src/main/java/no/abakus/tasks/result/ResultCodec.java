package no.abakus.tasks.result;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.config.ResultConfig;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.registry.OneParameter;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Encodes results and failures for storage, and decodes them. A value is stored as the only argument of a message body,
 * so a result is converted just like an argument. Thread-safe.
 */
public final class ResultCodec {

    private static final String GZIP = "gzip";

    /** Up to this size, every string can be read. */
    private static final int SURELY_READABLE = 1024 * 1024;

    /** The maximum inflated size of a stored value, no matter who stored it. */
    private static final int MAX_INFLATED = 64 * 1024 * 1024;

    private final TaskSerializer serializer;
    private final ResultConfig config;

    public ResultCodec(TaskSerializer serializer, ResultConfig config) {
        this.serializer = serializer;
        this.config = config;
    }

    /**
     * Returns a task's result in its stored form.
     *
     * @throws UnstorableResultException if the result cannot be written, is too large, or could not be read later
     */
    public StoredValue result(String task, Object result) {
        byte[] bytes;
        try {
            bytes = write(result);
        } catch (TaskArgumentException e) {
            throw new UnstorableResultException(
                    "The result of " + task + ", a " + result.getClass().getName() + ", cannot be written as "
                            + serializer.name() + "; ignore the result, or return a value that can be written",
                    e.getCause());
        }
        if (bytes.length > config.maxSize()) {
            throw new UnstorableResultException(
                    "The result of " + task + " takes " + bytes.length + " bytes, and at most " + config.maxSize()
                            + " are kept (abakus.tasks.result.max-size). Store the value elsewhere and return its key",
                    null);
        }
        if (bytes.length > SURELY_READABLE || !isSimple(result)) {
            checkReadable(task, result, bytes);
        }
        return store(bytes);
    }

    private static boolean isSimple(Object result) {
        return result == null
                || result instanceof String
                || result instanceof Boolean
                || result instanceof Integer
                || result instanceof Long
                || result instanceof Double;
    }

    /**
     * Reads the value as it will be read later, because parsers have limits that writers do not have: for the digits of
     * a number, the length of a name, and names that occur twice.
     */
    private void checkReadable(String task, Object result, byte[] bytes) {
        try {
            serializer.read(new MessageBody.Binary(bytes), new OneParameter(Object.class));
        } catch (UnreadableMessageException | RuntimeException | StackOverflowError e) {
            throw new UnstorableResultException(
                    "The result of " + task + ", a " + result.getClass().getName() + ", can be written as "
                            + serializer.name()
                            + ", but not read; ignore the result, or return a value that can be read",
                    e);
        }
    }

    /** Returns a failure in its stored form. A {@link TaskFailure} limits its own size, so it is not too large. */
    public StoredValue failure(TaskFailure failure) {
        return store(write(failure));
    }

    private byte[] write(Object value) {
        MessageBody body = serializer.write(new TaskArguments(java.util.Collections.singletonList(value), Map.of()));
        return body instanceof MessageBody.Text text
                ? text.text().getBytes(StandardCharsets.UTF_8)
                : ((MessageBody.Binary) body).bytes();
    }

    private StoredValue store(byte[] bytes) {
        return bytes.length <= config.compressAbove()
                ? new StoredValue(serializer.contentType(), "", bytes)
                : new StoredValue(serializer.contentType(), GZIP, deflate(bytes));
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return compressed.toByteArray();
    }

    /**
     * Reads a stored value as this type.
     *
     * @throws OperationalException if the value is not of that type, or cannot be read here
     */
    public Object read(StoredValue stored, Type type) {
        if (!stored.contentType().equals(serializer.contentType())) {
            throw new OperationalException("A result is stored as '" + stored.contentType() + "', but is read as '"
                    + serializer.contentType() + "' here");
        }
        try {
            List<Object> values = serializer
                    .read(new MessageBody.Binary(inflate(stored)), new OneParameter(type))
                    .args();
            return values.get(0);
        } catch (UnreadableMessageException | IOException e) {
            throw new OperationalException(
                    "A stored result cannot be read as a " + type.getTypeName() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] inflate(StoredValue stored) throws IOException {
        if (!stored.compression().equals(GZIP)) {
            return stored.bytes();
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(stored.bytes()))) {
            byte[] bytes = gzip.readNBytes(MAX_INFLATED);
            if (gzip.read() >= 0) {
                throw new IOException("the value inflates to more than " + MAX_INFLATED + " bytes");
            }
            return bytes;
        }
    }
}
