package no.abakus.tasks.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import no.abakus.tasks.spi.TaskCompressor;

/** GZIP (RFC 1952), which every platform supports. */
final class GzipCompressor implements TaskCompressor {

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public OutputStream compress(OutputStream compressed) throws IOException {
        return new GZIPOutputStream(compressed);
    }

    @Override
    public InputStream decompress(InputStream compressed) throws IOException {
        return new GZIPInputStream(compressed);
    }
}
