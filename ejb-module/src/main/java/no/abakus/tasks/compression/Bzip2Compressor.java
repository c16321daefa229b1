package no.abakus.tasks.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import no.abakus.tasks.spi.TaskCompressor;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** bzip2. Compresses text better than GZIP, but takes longer. */
final class Bzip2Compressor implements TaskCompressor {

    @Override
    public String name() {
        return "bzip2";
    }

    @Override
    public OutputStream compress(OutputStream compressed) throws IOException {
        return new BZip2CompressorOutputStream(compressed);
    }

    @Override
    public InputStream decompress(InputStream compressed) throws IOException {
        return new BZip2CompressorInputStream(compressed);
    }

    @Override
    public long memory() {
        return 8 * 1024 * 1024L;
    }
}
