package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.compression.BuiltInCompressors;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.config.DecodingConfig;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.MessageDraft;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However small a message is, reading it takes a bounded amount of memory; and valid bodies of the largest size are
 * read.
 */
@Tag("long")
class HostileBodiesTest {

    private static final int MIB = 1 << 20;
    private static final int MOST = 8 * MIB;
    private static final BodyConfig BODIES =
            new BodyConfig("json", Set.of("json", "yaml", "msgpack", "cbor", "java"), Optional.empty(), Set.of());

    private final MessageCodec codec = codec(128 * MIB);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "bzip2", "xz", "zstd"})
    void a_small_message_that_unpacks_to_millions_of_maps_is_too_large(String compressor) {
        byte[] plain = text("{\"args\":[[", "{},", MOST, "1]]}").getBytes(StandardCharsets.UTF_8);
        byte[] packed = Compressors.compress(compressor(compressor), plain);

        assertThat(packed.length).isLessThan(plain.length / 500);
        assertRejected(
                draft("application/json", new MessageBody.Binary(packed), Optional.of(compressor)),
                Reason.TOO_LARGE,
                "take more than 134217728 bytes of memory");
    }

    @ParameterizedTest
    @CsvSource({"'[],'", "'{},'", "'{\"a\":1},'", "'[[]],'", "'\"\",'"})
    void json_of_many_small_values_is_too_large(String value) {
        assertRejected(
                draft("application/json", new MessageBody.Text(text("{\"args\":[[", value, MOST, "1]]}"))),
                Reason.TOO_LARGE,
                "max-decoded-size");
    }

    @Test
    void yaml_of_many_small_values_is_too_large() {
        assertRejected(
                draft("application/yaml", new MessageBody.Text(text("args: [[", "{},", MOST, "1]]"))),
                Reason.TOO_LARGE,
                "max-decoded-size");
    }

    @ParameterizedTest
    @CsvSource({"application/vnd.msgpack, 81a46172677391dd, 80", "application/cbor, a1646172677381 9a, a0"})
    void empty_maps_of_one_byte_each_are_too_large(String contentType, String head, String value) {
        int count = MOST - 64;
        byte[] start =
                HexFormat.of().parseHex(head.replace(" ", "") + HexFormat.of().toHexDigits(count));
        byte[] body = new byte[start.length + count];
        java.util.Arrays.fill(body, HexFormat.of().parseHex(value)[0]);
        System.arraycopy(start, 0, body, 0, start.length);

        assertRejected(draft(contentType, new MessageBody.Binary(body)), Reason.TOO_LARGE, "max-decoded-size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "81a46172677391c67fffffff", // bytes of 2 GiB
                "81a46172677391c6ffffffff", // of 4 GiB
                "81a46172677391db7fffffff", // a text
                "81a46172677391dd7fffffff", // a list
                "81a46172677391df7fffffff", // a map
                "81a46172677391c97fffffff01", // an extension
                "81a46172677391c5ffff",
                "81a4617267",
                "c67fffffff"
            })
    void msgpack_that_says_it_is_longer_than_it_is_takes_no_memory(String hex) {
        assertRejected(
                draft(
                        "application/vnd.msgpack",
                        new MessageBody.Binary(HexFormat.of().parseHex(hex))),
                Reason.UNREADABLE_BODY,
                "claims to be longer than the body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a16461726773815a7fffffff", // bytes of 2 GiB
                "a16461726773817a7fffffff", // a text
                "a16461726773815b7fffffffffffffff",
                "a16461726773819a7fffffff", // a list
                "a1646172677381ba7fffffff", // a map
                "a1646172677381c25a7fffffff" // a big number
            })
    void cbor_that_says_it_is_longer_than_it_is_takes_no_memory(String hex) {
        assertRejected(
                draft("application/cbor", new MessageBody.Binary(HexFormat.of().parseHex(hex))),
                Reason.UNREADABLE_BODY,
                "");
    }

    @Test
    void deep_nesting_is_refused_in_every_format() {
        int depth = 100_000;
        assertRejected(
                draft("application/json", new MessageBody.Text("{\"args\":" + "[".repeat(depth))),
                Reason.UNREADABLE_BODY,
                "1000");
        assertRejected(
                draft("application/yaml", new MessageBody.Text("args: " + "[".repeat(depth))),
                Reason.UNREADABLE_BODY,
                "1000");
        assertRejected(
                draft("application/vnd.msgpack", new MessageBody.Binary(deep("81a461726773", "91", depth))),
                Reason.UNREADABLE_BODY,
                "1000");
        assertRejected(
                draft("application/cbor", new MessageBody.Binary(deep("a16461726773", "81", depth))),
                Reason.UNREADABLE_BODY,
                "1000");
    }

    @Test
    void yaml_aliases_are_not_multiplied() {
        StringBuilder yaml = new StringBuilder("args:\n- a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("  a").append(i).append(": &a").append(i).append(" [");
            yaml.append(("*a" + (i - 1) + ",").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        TaskMessage bomb = draft("application/yaml", new MessageBody.Text(yaml.toString()));

        // What an alias becomes is up to the serializer, but it must not become a billion of them.
        try {
            assertThat(codec.decode(bomb, new Anything()).args().toString().length())
                    .isLessThan(100_000);
        } catch (UnreadableMessageException e) {
            assertThat(e.rejection().reason()).isIn(Reason.UNREADABLE_BODY, Reason.ARGUMENTS);
        }
    }

    @Test
    void java_that_claims_more_than_it_holds_takes_no_memory() throws Exception {
        byte[] array = java(new long[] {1});
        // The length precedes the only element.
        assertThat(array[array.length - 9]).isEqualTo((byte) 1);
        array[array.length - 11] = (byte) 0xff;

        assertRejected(
                draft("application/x-java-serialized-object", new MessageBody.Binary(array)),
                Reason.UNREADABLE_BODY,
                "takes too much memory");
    }

    @Test
    void java_of_many_small_values_is_too_large() throws Exception {
        List<Object> maps = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            maps.add(new HashMap<>());
        }
        assertThatThrownBy(() -> codec(8 * MIB)
                        .decode(
                                draft(
                                        "application/x-java-serialized-object",
                                        new MessageBody.Binary(java((java.io.Serializable) maps))),
                                new Anything()))
                .hasMessageContaining("takes too much memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,", // numbers
                "12.5,",
                "[12.53,60.17],",
                "\"a longer text of the kind that people write\",",
                "{\"id\":123456,\"name\":\"abc\"},"
            })
    void honest_bodies_of_the_largest_size_are_read(String value) throws UnreadableMessageException {
        TaskMessage message =
                draft("application/json", new MessageBody.Text(text("{\"args\":[[", value, MOST, "1]]}")));

        assertThat((List<?>) codec.decode(message, new Anything()).args().get(0))
                .hasSizeGreaterThan(170_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor", "java"})
    void honest_values_come_back_from_large_and_compressed_bodies(String format) throws UnreadableMessageException {
        Map<String, Object> record = Map.of("id", 17, "texts", List.of("a", "b"), "of", Map.of("x", true));
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new HashMap<>(record));
        }
        TaskArguments arguments = new TaskArguments(List.of(many), Map.of("last", "zebra".repeat(20_000)));
        for (Optional<String> compressor : List.of(Optional.<String>empty(), Optional.of("xz"), Optional.of("zstd"))) {
            WrittenBody written =
                    codec.encode("t", arguments, new Encoding(Optional.of(format), compressor, compressor.isEmpty()));
            TaskMessage message = draft(written.contentType(), written.body(), written.compression());

            assertThat(codec.decode(message, new Anything())).isEqualTo(arguments);
        }
    }

    @Test
    void a_text_of_the_largest_size_is_read_compressed_or_not() throws UnreadableMessageException {
        TaskArguments arguments = new TaskArguments(List.of("x".repeat(MOST - 100)), Map.of());
        for (String compressor : List.of("", "gzip")) {
            Optional<String> by = Optional.of(compressor).filter(name -> !name.isEmpty());
            WrittenBody written = codec.encode("t", arguments, new Encoding(Optional.empty(), by, by.isEmpty()));

            assertThat(codec.decode(draft(written.contentType(), written.body(), by), new Anything()))
                    .isEqualTo(arguments);
        }
    }

    private void assertRejected(TaskMessage message, Reason reason, String detail) {
        assertThatThrownBy(() -> codec.decode(message, new Anything()))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.rejection().reason()).as(e.getMessage()).isEqualTo(reason);
                    assertThat(e.rejection().detail()).contains(detail);
                });
    }

    private static String text(String head, String value, int length, String tail) {
        return head + value.repeat((length - head.length() - tail.length()) / value.length()) + tail;
    }

    private static byte[] deep(String head, String level, int depth) {
        return HexFormat.of().parseHex(head + level.repeat(depth));
    }

    private static byte[] java(java.io.Serializable argument) throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of(argument)));
            out.writeObject(new HashMap<>());
        }
        if (argument instanceof long[]) {
            bytes.reset();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(argument);
            }
        }
        return bytes.toByteArray();
    }

    static TaskMessage draft(String contentType, MessageBody body) {
        return draft(contentType, body, Optional.empty());
    }

    static TaskMessage draft(String contentType, MessageBody body, Optional<String> compression) {
        MessageDraft draft = new MessageDraft("1", "t").contentType(contentType).body(body);
        return compression.map(draft::compression).orElse(draft).message();
    }

    private static TaskCompressor compressor(String name) {
        return BuiltInCompressors.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static MessageCodec codec(int mostDecoded) {
        Serializers serializers = new Serializers(
                BODIES,
                List.of(
                        new JsonTaskSerializer(),
                        new YamlTaskSerializer(),
                        new MsgpackTaskSerializer(),
                        new CborTaskSerializer(),
                        new JavaTaskSerializer(BODIES)),
                List.of(),
                problem -> {});
        return new MessageCodec(
                new MessageConfig(MOST, 64, 8192, 0, 0),
                new DecodingConfig(mostDecoded, 128L * MIB),
                BODIES,
                serializers,
                new Compressors(BuiltInCompressors.all(), Map.of(), problem -> {}));
    }

    private record Anything() implements ParameterTypes {
        @Override
        public Optional<Type> at(int position) {
            return Optional.of(Object.class);
        }

        @Override
        public Optional<Type> named(String name) {
            return Optional.of(Object.class);
        }
    }
}
