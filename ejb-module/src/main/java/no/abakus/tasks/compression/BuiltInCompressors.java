package no.abakus.tasks.compression;

import java.util.List;
import no.abakus.tasks.spi.TaskCompressor;

/** The compressors that need no bean. */
public final class BuiltInCompressors {

    private BuiltInCompressors() {}

    /** A new compressor of each kind. */
    public static List<TaskCompressor> all() {
        return List.of(
                new GzipCompressor(),
                new ZlibCompressor(),
                new Bzip2Compressor(),
                new XzCompressor(),
                new ZstdCompressor());
    }
}
