package no.abakus.tasks.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Makes bodies smaller. A CDI bean of this type can be chosen by its name. Thread-safe. Celery: a compression of kombu's
 * registry.
 */
public interface TaskCompressor {

    /** The name by which calls choose it, such as {@code gzip}; messages say it too. */
    String name();

    /** A stream that compresses what is written to it into this one; closing it ends the compressed data. */
    OutputStream compress(OutputStream compressed) throws IOException;

    /**
     * A stream of what was compressed. It is read up to the limit of bodies and then dropped, so it must not unpack more
     * than it is asked for, and must throw if the data is broken.
     */
    InputStream decompress(InputStream compressed) throws IOException;

    /**
     * How many bytes of memory a stream of {@link #decompress} takes at most, besides what comes out of it. A node adds this to
     * the memory that bodies may take together. Default: 1 MiB.
     */
    default long memory() {
        return 1024 * 1024;
    }
}
