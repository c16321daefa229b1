package no.abakus.tasks.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Compresses message bodies. Calls can choose a CDI bean of this type by its name. Thread-safe. Celery: a compression
 * in kombu's registry.
 */
public interface TaskCompressor {

    /** Returns the name that calls and messages use, such as {@code gzip}. */
    String name();

    /**
     * Returns a stream that compresses data into the given stream. Closing the returned stream ends the compressed
     * data.
     */
    OutputStream compress(OutputStream compressed) throws IOException;

    /**
     * Returns a stream of the decompressed data. The caller reads this stream up to the size limit of bodies and then
     * discards it. So the stream must not decompress more than the caller reads, and it must throw an exception if the
     * data is corrupt.
     */
    InputStream decompress(InputStream compressed) throws IOException;

    /**
     * Returns the maximum memory that a stream of {@link #decompress} takes besides its output, in bytes. A node counts
     * this towards the memory that all bodies may take together. Default: 1 MiB.
     */
    default long memory() {
        return 1024 * 1024;
    }
}
