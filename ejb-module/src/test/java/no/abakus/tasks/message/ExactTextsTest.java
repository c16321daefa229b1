package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A serializer reads the texts of a body exactly as they are in it, or refuses the body. */
class ExactTextsTest {

    @Test
    void an_alias_of_yaml_is_refused_and_does_not_become_its_name() {
        for (String body : List.of("args: [&a 1, *a]", "args: [&a [1], {x: *a}]", "a: &a 1\nkwargs: {value: *a}")) {
            assertThatThrownBy(() -> new YamlTaskSerializer().read(new MessageBody.Text(body), new Anything()))
                    .isInstanceOf(UnreadableMessageException.class)
                    .hasMessageContaining("alias");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "ED A0 80", "FF", "C3", "F4 90 80 80"})
    void bytes_that_are_no_text_are_refused_and_not_replaced(String octets) {
        byte[] odd = HexFormat.of().parseHex(octets.replace(" ", ""));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"args\":[\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(odd);
        body.writeBytes("\"]}".getBytes(StandardCharsets.UTF_8));

        for (TaskSerializer serializer : List.of(new JsonTaskSerializer(), new YamlTaskSerializer())) {
            assertThatThrownBy(() -> serializer.read(new MessageBody.Binary(body.toByteArray()), new Anything()))
                    .isInstanceOf(UnreadableMessageException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "FF", "C3", "F4908080", "E08080"})
    void bytes_that_are_no_text_are_refused_in_binary_formats_too(String octets) {
        int length = octets.length() / 2;
        for (String form : List.of("a1 64 61726773 81 %02x %s", "bf 64 61726773 9f 7f %02x %s ff ff ff")) {
            expectUnreadable(new CborTaskSerializer(), form.formatted(0x60 + length, octets));
        }
        expectUnreadable(new CborTaskSerializer(), "a1 66 6b7761726773 a1 %02x %s 01".formatted(0x60 + length, octets));
        expectUnreadable(new MsgpackTaskSerializer(), "81 a4 61726773 91 %02x %s".formatted(0xa0 + length, octets));
        expectUnreadable(new MsgpackTaskSerializer(), "81 a4 61726773 91 d9 %02x %s".formatted(length, octets));
    }

    private static void expectUnreadable(TaskSerializer serializer, String octets) {
        byte[] body = HexFormat.of().parseHex(octets.replace(" ", ""));
        assertThatThrownBy(() -> serializer.read(new MessageBody.Binary(body), new Anything()))
                .as(octets)
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void texts_of_every_length_and_plane_are_read_in_binary_formats() throws Exception {
        List<Object> args =
                List.of("", "a", "\u07ff", "\u0800", "\ud7ff", "\uffff", "\ud83d\ude00", "æ".repeat(40_000));
        for (TaskSerializer serializer : List.of(new CborTaskSerializer(), new MsgpackTaskSerializer())) {
            MessageBody body = serializer.write(new TaskArguments(args, Map.of("ø", Map.of("å", List.of(1.5, true)))));

            TaskArguments read = serializer.read(body, new Anything());

            assertThat(read.args()).isEqualTo(args);
            assertThat(read.kwargs()).isEqualTo(Map.of("ø", Map.of("å", List.of(1.5, true))));
        }
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
