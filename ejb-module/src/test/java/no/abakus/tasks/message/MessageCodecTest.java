package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.compression.BuiltInCompressors;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.config.DecodingConfig;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.OptionalLibrary;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.MessageDraft;
import org.junit.jupiter.api.Test;

/** Bodies are read by the serializer that the message names, and none exceeds the limit. */
class MessageCodecTest {

    private static final int LIMIT = 1024;

    private final MessageCodec codec =
            codec(new BodyConfig("json", Set.of("json", "shout"), Optional.empty(), Set.of()));

    @Test
    void the_standard_serializer_writes_where_nobody_says_otherwise() {
        assertThat(codec.encode("mail.send", new TaskArguments(List.of("a"), Map.of()), Encoding.STANDARD))
                .isEqualTo(new WrittenBody(
                        "application/json", Optional.empty(), new MessageBody.Text("{\"args\":[\"a\"]}")));
    }

    @Test
    void a_message_is_read_by_the_serializer_of_its_content_type() throws UnreadableMessageException {
        TaskMessage message = draft("text/shout", "hei");

        assertThat(codec.decode(message, new OneText()).args()).containsExactly("HEI");
    }

    @Test
    void a_content_type_that_is_not_accepted_is_refused_unread() {
        assertThatThrownBy(() -> codec.decode(draft("application/x-java-serialized-object", "x"), new OneText()))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.rejection().reason()).isEqualTo(Reason.CONTENT_TYPE);
                    assertThat(e.rejection().detail())
                            .contains("'application/x-java-serialized-object' is not accepted here")
                            .contains("application/json")
                            .contains("text/shout");
                });
    }

    @Test
    void a_message_whose_format_needs_a_missing_library_is_refused_with_the_librarys_name() {
        BodyConfig config = new BodyConfig("json", Set.of("json", "cbor"), Optional.empty(), Set.of());
        MessageCodec jsonAlone = codec(
                config,
                new Serializers(config, List.of(new JsonTaskSerializer()), List.of(OptionalFormat.CBOR), problem -> {}),
                new Compressors(
                        List.of(),
                        Map.of("zstd", new OptionalLibrary("com.example:zstd", "com.example.Zstd")),
                        problem -> {}));

        assertThatThrownBy(() -> jsonAlone.decode(draft("application/cbor", "x"), new OneText()))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.rejection().reason()).isEqualTo(Reason.CONTENT_TYPE);
                    assertThat(e.rejection().detail())
                            .isEqualTo("The content type 'application/cbor' needs no.abakus:abakus-jackson-formats,"
                                    + " which this application does not have. Add that dependency; then send this dead"
                                    + " letter again");
                });
        TaskMessage compressed = new MessageDraft("1", "t")
                .compression("zstd")
                .body(new MessageBody.Binary(new byte[] {1}))
                .message();
        assertThatThrownBy(() -> jsonAlone.decode(compressed, new OneText()))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.rejection().reason()).isEqualTo(Reason.COMPRESSION);
                    assertThat(e.rejection().detail())
                            .contains("com.example:zstd")
                            .contains("Add that dependency");
                });
    }

    @Test
    void the_largest_body_is_written_and_read_and_one_more_is_not() throws UnreadableMessageException {
        String largest = "x".repeat(LIMIT - "{\"args\":[\"\"]}".length());
        MessageBody body = codec.encode("mail.send", new TaskArguments(List.of(largest), Map.of()), Encoding.STANDARD)
                .body();
        TaskArguments one = new TaskArguments(List.of(largest + "x"), Map.of());

        assertThat(body.size()).isEqualTo(LIMIT);
        assertThat(codec.decode(new MessageDraft("1", "t").body(body).message(), new OneText())
                        .args())
                .containsExactly(largest);
        assertThatThrownBy(() -> codec.encode("mail.send", one, Encoding.STANDARD))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessage("The arguments of mail.send take 1025 characters, but a message has at most 1024"
                        + " (abakus.tasks.message.max-body-size). Store the arguments and send their key instead;"
                        + " nothing was sent");
    }

    @Test
    void a_body_beyond_the_limit_is_refused_unread() {
        assertThatThrownBy(() -> codec.decode(draft("application/json", "x".repeat(LIMIT + 1)), new OneText()))
                .isInstanceOfSatisfying(
                        UnreadableMessageException.class,
                        e -> assertThat(e.rejection().reason()).isEqualTo(Reason.TOO_LARGE));
    }

    static MessageCodec codec(BodyConfig config) {
        Serializers serializers = new Serializers(
                config,
                List.of(new JsonTaskSerializer(), new CborTaskSerializer(), new Shout()),
                List.of(),
                problem -> {});
        Compressors compressors = new Compressors(BuiltInCompressors.all(), Map.of(), problem -> {});
        return codec(config, serializers, compressors);
    }

    private static MessageCodec codec(BodyConfig config, Serializers serializers, Compressors compressors) {
        return new MessageCodec(
                new MessageConfig(LIMIT, 64, 8192, 0, 0),
                new DecodingConfig(128 << 20, 128 << 20),
                config,
                serializers,
                compressors);
    }

    private static TaskMessage draft(String contentType, String body) {
        return new MessageDraft("1", "t").contentType(contentType).body(body).message();
    }

    private record OneText() implements ParameterTypes {
        @Override
        public Optional<Type> at(int position) {
            return Optional.of(String.class);
        }

        @Override
        public Optional<Type> named(String name) {
            return Optional.empty();
        }
    }

    /** Another serializer: one argument, in capitals. */
    private record Shout() implements TaskSerializer {
        @Override
        public String name() {
            return "shout";
        }

        @Override
        public String contentType() {
            return "text/shout";
        }

        @Override
        public MessageBody write(TaskArguments arguments) {
            return new MessageBody.Text(arguments.args().get(0).toString());
        }

        @Override
        public TaskArguments read(MessageBody body, ParameterTypes types) {
            return new TaskArguments(
                    List.of(((MessageBody.Text) body).text().toUpperCase(java.util.Locale.ROOT)), Map.of());
        }

        @Override
        public Object convert(Object value, Type type) {
            return value;
        }
    }
}
