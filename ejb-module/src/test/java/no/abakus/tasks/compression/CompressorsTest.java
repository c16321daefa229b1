package no.abakus.tasks.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import no.abakus.tasks.spi.TaskCompressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A compressor restores its input, or throws; and it never returns more than requested. */
class CompressorsTest {

    static Stream<TaskCompressor> compressors() {
        return BuiltInCompressors.all().stream();
    }

    @Test
    void there_are_five() {
        assertThat(compressors().map(TaskCompressor::name)).containsExactly("gzip", "zlib", "bzip2", "xz", "zstd");
    }

    @ParameterizedTest
    @MethodSource("compressors")
    void bytes_of_any_kind_come_back(TaskCompressor compressor) throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);

        for (byte[] plain : new byte[][] {{}, {0}, "søppel".repeat(10_000).getBytes(StandardCharsets.UTF_8), noise}) {
            assertThat(unpacked(compressor, packed(compressor, plain))).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("compressors")
    void repetition_takes_little_room(TaskCompressor compressor) throws IOException {
        assertThat(packed(compressor, new byte[1_000_000])).hasSizeLessThan(5_000);
    }

    @ParameterizedTest
    @MethodSource("compressors")
    void broken_data_is_an_exception(TaskCompressor compressor) throws IOException {
        byte[] packed = packed(compressor, "hei".repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);

        assertThatThrownBy(() -> unpacked(compressor, cut)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> unpacked(compressor, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("compressors")
    void a_bomb_is_unpacked_only_as_far_as_it_is_read(TaskCompressor compressor) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = compressor.compress(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 48; i++) {
                out.write(zeros);
            }
        }

        try (InputStream in = compressor.decompress(new ByteArrayInputStream(packed.toByteArray()))) {
            assertThat(in.readNBytes(1025)).hasSize(1025).containsOnly(0);
        }
    }

    private static byte[] packed(TaskCompressor compressor, byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = compressor.compress(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(TaskCompressor compressor, byte[] packed) throws IOException {
        try (InputStream in = compressor.decompress(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
