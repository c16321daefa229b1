package no.abakus.tasks.compression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.config.OptionalLibrary;
import no.abakus.tasks.spi.TaskCompressor;

/** The compressors that Abakus itself provides. The JDK supports gzip and zlib; each of the others needs a library. */
public final class BuiltInCompressors {

    private static final OptionalLibrary BZIP2 = new OptionalLibrary(
            "org.apache.commons:commons-compress",
            "org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream");
    private static final OptionalLibrary XZ = new OptionalLibrary("org.tukaani:xz", "org.tukaani.xz.XZOutputStream");
    private static final OptionalLibrary ZSTD =
            new OptionalLibrary("com.github.luben:zstd-jni", "com.github.luben.zstd.ZstdOutputStream");

    private BuiltInCompressors() {}

    /** Creates a compressor of each kind whose library is present. */
    public static List<TaskCompressor> all() {
        List<TaskCompressor> found = new ArrayList<>(List.of(new GzipCompressor(), new ZlibCompressor()));
        // The constructors below fail if the library is missing.
        if (BZIP2.isPresent()) {
            found.add(new Bzip2Compressor());
        }
        if (XZ.isPresent()) {
            found.add(new XzCompressor());
        }
        if (ZSTD.isPresent()) {
            found.add(new ZstdCompressor());
        }
        return List.copyOf(found);
    }

    /** Returns the missing libraries, by the names of the compressors that need them. */
    public static Map<String, OptionalLibrary> missing() {
        Map<String, OptionalLibrary> missing = new TreeMap<>(Map.of("bzip2", BZIP2, "xz", XZ, "zstd", ZSTD));
        missing.values().removeIf(OptionalLibrary::isPresent);
        return missing;
    }
}
