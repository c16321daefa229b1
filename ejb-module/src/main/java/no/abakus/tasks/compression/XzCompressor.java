package no.abakus.tasks.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import no.abakus.tasks.spi.TaskCompressor;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** XZ. Compresses best of all, but takes the longest. */
final class XzCompressor implements TaskCompressor {

    /**
     * Limits the memory for decompression. Otherwise a stream could demand up to 1.5 GiB. The default preset, 6, needs
     * 9 MiB, and the strongest preset needs 65 MiB.
     */
    private static final int MEMORY_KIB = 66 * 1024;

    @Override
    public String name() {
        return "xz";
    }

    @Override
    public OutputStream compress(OutputStream compressed) throws IOException {
        return new XZOutputStream(compressed, new LZMA2Options());
    }

    @Override
    public InputStream decompress(InputStream compressed) throws IOException {
        return new XZInputStream(compressed, MEMORY_KIB);
    }

    @Override
    public long memory() {
        return (MEMORY_KIB + 1024) * 1024L;
    }
}
