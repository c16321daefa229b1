package no.abakus.tasks.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.OptionalLibrary;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.UnreadableMessageException;

/** The known compressors. Immutable. */
public final class Compressors {

    /** Celery's alternative names. */
    private static final Map<String, String> ALIASES = Map.of("bzip", "bzip2", "lzma", "xz", "zstandard", "zstd");

    private final Map<String, TaskCompressor> byName = new TreeMap<>();
    private final Map<String, OptionalLibrary> missing;

    /**
     * Creates the collection of these compressors. Reports duplicate names as problems.
     *
     * @param missing the libraries that other compressors need, by the compressors' names
     */
    public Compressors(List<TaskCompressor> all, Map<String, OptionalLibrary> missing, Consumer<String> problems) {
        this.missing = Map.copyOf(missing);
        for (TaskCompressor compressor : all) {
            TaskCompressor other = byName.put(compressor.name(), compressor);
            if (other != null) {
                problems.accept("Two compressors are called '" + compressor.name() + "': "
                        + other.getClass().getName() + " and "
                        + compressor.getClass().getName() + ".");
            }
        }
    }

    /** Whether a compressor with this name exists. */
    public boolean knows(String name) {
        return byName.containsKey(ALIASES.getOrDefault(name, name));
    }

    /** Explains why no compressor has this name, and which names are valid. */
    public String unknown(String name) {
        OptionalLibrary library = missing.get(ALIASES.getOrDefault(name, name));
        return library == null ? "is not known; use one of " + byName.keySet() : library.isMissing(byName.keySet());
    }

    /**
     * Returns the compressor with this name, which may be one of Celery's alternative names.
     *
     * @throws TaskOptionException if there is none
     */
    TaskCompressor named(String name) {
        TaskCompressor compressor = byName.get(ALIASES.getOrDefault(name, name));
        if (compressor == null) {
            throw new TaskOptionException(TaskOption.COMPRESSION + " '" + name + "' " + unknown(name));
        }
        return compressor;
    }

    static byte[] compress(TaskCompressor compressor, byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(Math.max(64, plain.length / 2));
        try (OutputStream out = compressor.compress(compressed)) {
            out.write(plain);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new TaskArgumentException(
                    "The arguments cannot be compressed with " + compressor.name() + ": " + e + "; nothing was sent",
                    e);
        }
        return compressed.toByteArray();
    }

    /**
     * Decompresses the body. Stops at the first byte beyond {@code limit}, and then rejects the body. Takes its share
     * of the memory for bodies in advance. At first, takes only what the compressor itself needs. If the body turns out
     * not to be small, takes as much as the largest body needs.
     */
    byte[] decompress(String name, byte[] compressed, int limit, DecodingMemory.Share share)
            throws UnreadableMessageException {
        TaskCompressor compressor = byName.get(name);
        if (compressor == null) {
            throw new UnreadableMessageException(Reason.COMPRESSION, unreadable(name));
        }
        share.take(compressor.memory());
        byte[] plain = unpacked(compressor, compressed, Math.min(limit, MessageCodec.SMALL));
        if (plain.length > MessageCodec.SMALL) {
            share.take(compressor.memory() + (long) Weight.MOST_PER_BYTE * limit);
            plain = unpacked(compressor, compressed, limit);
        }
        if (plain.length > limit) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The decompressed body has more than " + limit + " bytes, but at most " + limit
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        return plain;
    }

    private String unreadable(String name) {
        OptionalLibrary library = missing.get(name);
        return "The body is compressed with '" + name + "', "
                + (library == null
                        ? "which is not known here; use one of " + byName.keySet()
                        : "which needs " + library.artifact() + ", which this application does not have. Add that"
                                + " dependency; then send this dead letter again");
    }

    /** Returns the whole body or, if it is longer than the limit, one byte more than the limit. */
    private static byte[] unpacked(TaskCompressor compressor, byte[] compressed, int limit)
            throws UnreadableMessageException {
        try (InputStream in = compressor.decompress(new ByteArrayInputStream(compressed))) {
            return in.readNBytes(limit + 1);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body cannot be decompressed with " + compressor.name(), e);
        }
    }
}
