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

    /** A stream that compresses what is written to it into the given one; closing it ends the compressed data. */
    OutputStream compress(OutputStream compressed) throws IOException;

    /**
     * A stream of the decompressed data. It is read up to the size limit of bodies and then dropped. So it must not
     * decompress more than is read from it, and must throw if the data is broken.
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
