package no.abakus.tasks.compression;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import no.abakus.tasks.spi.TaskCompressor;

/** ZLIB (RFC 1950), which is like GZIP with a shorter header. */
final class ZlibCompressor implements TaskCompressor {

    @Override
    public String name() {
        return "zlib";
    }

    @Override
    public OutputStream compress(OutputStream compressed) {
        return new DeflaterOutputStream(compressed);
    }

    @Override
    public InputStream decompress(InputStream compressed) {
        return new InflaterInputStream(compressed);
    }
}
