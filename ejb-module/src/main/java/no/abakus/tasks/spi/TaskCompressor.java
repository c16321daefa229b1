package no.abakus.tasks.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Compresses message bodies. Calls can choose a CDI bean of this type by its name. Thread-safe. Celery: a compression
 * in kombu's registry.
 */
public interface TaskCompressor {

    /** The name that calls and messages use, such as {@code gzip}. */
    String name();

    /** A stream that compresses data into the given stream; closing it ends the compressed data. */
    OutputStream compress(OutputStream compressed) throws IOException;

    /**
     * A stream of the decompressed data. The caller reads it up to the size limit of bodies and then drops it. So the
     * stream must not decompress more than the caller reads, and it must throw if the data is corrupt.
     */
    InputStream decompress(InputStream compressed) throws IOException;

    /**
     * The most memory that a stream of {@link #decompress} takes, in bytes, besides its output. A node counts this
     * towards the memory that all bodies may take together. Default: 1 MiB.
     */
    default long memory() {
        return 1024 * 1024;
    }
}
