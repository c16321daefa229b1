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
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.UnreadableMessageException;

/** The known compressors, and the limit for their output. Immutable. */
public final class Compressors {

    /** Celery's alternative names. */
    private static final Map<String, String> ALIASES = Map.of("bzip", "bzip2", "lzma", "xz", "zstandard", "zstd");

    private final Map<String, TaskCompressor> byName = new TreeMap<>();

    /** All of these compressors; duplicate names are reported as problems. */
    public Compressors(List<TaskCompressor> all, Consumer<String> problems) {
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

    /** The names of the compressors. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The compressor with this name or with Celery's alternative name.
     *
     * @throws TaskOptionException if there is none
     */
    TaskCompressor named(String name) {
        TaskCompressor compressor = byName.get(ALIASES.getOrDefault(name, name));
        if (compressor == null) {
            throw new TaskOptionException(
                    TaskOption.COMPRESSION + " '" + name + "' is not known; there are: " + byName.keySet());
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
     * Decompresses the body if it has at most {@code limit} bytes; never decompresses more than one byte beyond that.
     * First takes a share of the memory for bodies: the compressor's own memory for a small body, the maximum for any
     * other.
     */
    byte[] decompress(String name, byte[] compressed, int limit, DecodingMemory.Share share)
            throws UnreadableMessageException {
        TaskCompressor compressor = byName.get(name);
        if (compressor == null) {
            throw new UnreadableMessageException(
                    Reason.COMPRESSION,
                    "The body is compressed with '" + name + "', which is not known here; there are: "
                            + byName.keySet());
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
                    "The body has more than " + limit + " bytes once it is decompressed, and no more are read"
                            + " (abakus.tasks.message.max-body-size)");
        }
        return plain;
    }

    /** The whole body or, if it is longer than the limit, one byte more than the limit. */
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
