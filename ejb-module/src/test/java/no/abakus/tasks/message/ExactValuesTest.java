package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker receives exactly what was sent, or the call says why it cannot. */
class ExactValuesTest {

    /** JSON cannot tell which implementation an object is. */
    public interface Shape {}

    public static final class Unsaved {
        public Long id;

        @Override
        public boolean equals(Object other) {
            return other instanceof Unsaved unsaved && id.equals(unsaved.id);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    public record Price(BigDecimal amount) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Price {}
    }

    public record Circle(double radius) implements Shape {}

    /** Written through its getter, but a parser has no way to create it. */
    public static final class Money {
        private final long cents;

        private Money(long amount) {
            this.cents = amount;
        }

        static Money of(long cents) {
            return new Money(cents);
        }

        public long getCents() {
            return cents;
        }
    }

    public static class Echo {
        final List<Object> seen = new ArrayList<>();

        @AbakusTask(name = "echo", ignoreResult = false)
        public Object echo(Object value) {
            seen.add(value);
            return value;
        }

        @AbakusTask(name = "half", ignoreResult = false)
        public String half() {
            return "\ud800";
        }

        @AbakusTask(name = "big")
        public void big(BigInteger value) {
            seen.add(value);
        }

        @AbakusTask(name = "decimal")
        public void decimal(BigDecimal value) {
            seen.add(value);
        }

        @AbakusTask(name = "half_precision")
        public void precise(double value) {
            seen.add(value);
        }

        @AbakusTask(name = "single")
        public void single(float value) {
            seen.add(value);
        }

        @AbakusTask(name = "singles")
        public void singles(List<Float> values) {
            seen.add(values);
        }

        @AbakusTask(name = "timestamp")
        public void timestamp(Timestamp value) {
            seen.add(value);
        }

        @AbakusTask(name = "path")
        public void path(Path value) {
            seen.add(value);
        }

        @AbakusTask(name = "bits")
        public void bits(BitSet value) {
            seen.add(value);
        }

        @AbakusTask(name = "shape")
        public void shape(Shape value) {
            seen.add(value);
        }

        @AbakusTask(name = "unsaved")
        public void unsaved(Unsaved value) {
            seen.add(value);
        }

        @AbakusTask(name = "price")
        public void price(Price value) {
            seen.add(value);
        }

        @AbakusTask(name = "circle")
        public void circle(Circle value) {
            seen.add(value);
        }

        @AbakusTask(name = "money")
        public void money(Money value) {
            seen.add(value);
        }

        @AbakusTask(name = "number")
        public void number(Number value) {
            seen.add(value);
        }
    }

    private final Echo echo = new Echo();
    private final Workbench bench = Workbench.of(echo);

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "12345678901234567890.12", "0.1234567890123456789012", "9007199254740993.0"})
    void a_decimal_beyond_doubles_keeps_its_digits_where_no_type_is_said(String number) {
        BigDecimal value = new BigDecimal(number);
        for (String task : List.of("echo", "number")) {
            bench.tasks().call(task).args(value).applyAsync();
        }
        bench.tasks().call("echo").args(Map.of("in", List.of(value))).applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(value, value, Map.of("in", List.of(value)));
    }

    @Test
    void a_decimal_that_doubles_hold_stays_a_double() {
        bench.tasks().call("echo").args(1.5).applyAsync();
        bench.tasks().call("number").args(0.1).applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(1.5, 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor"})
    void half_a_character_is_refused_at_the_call_by_every_serializer(String serializer) {
        for (String half : List.of("x\udc00y", "\ud800", "\ud800\ud800\udc00", "\udc00\ud800")) {
            for (Object value : List.of(half, List.of(half), Map.of(half, 1))) {
                assertThatThrownBy(() -> bench.tasks()
                                .call("echo")
                                .args(value)
                                .serializer(serializer)
                                .applyAsync())
                        .isInstanceOf(TaskArgumentException.class);
            }
        }
        bench.tasks().call("echo").args("\ud83d\ude00").serializer(serializer).applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly("\ud83d\ude00");
    }

    @Test
    void half_a_character_in_a_header_is_refused_at_the_call() {
        for (Map<String, Object> headers : List.<Map<String, Object>>of(Map.of("a", "\ud800"), Map.of("\udc00", "a"))) {
            assertThatThrownBy(() ->
                            bench.tasks().call("echo").args(1).headers(headers).applyAsync())
                    .isInstanceOf(TaskOptionException.class)
                    .hasMessageContaining("half a character");
        }
    }

    @Test
    void a_result_with_half_a_character_fails_its_task() {
        var sent = bench.tasks().call("half").applyAsync();
        bench.drain();

        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void an_integer_that_msgpack_has_no_room_for_is_refused_where_no_type_is_said_and_arrives_where_one_is() {
        BigInteger tooBig = BigInteger.ONE.shiftLeft(70);
        for (Object value : List.of(tooBig, List.of(tooBig), Map.of("in", tooBig))) {
            refused("echo", value, "msgpack");
        }
        refused("number", new BigDecimal("0.1234567890123456789012"), "msgpack");

        bench.tasks().call("big").args(tooBig).serializer("msgpack").applyAsync();
        bench.tasks().call("echo").args(tooBig).serializer("cbor").applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(tooBig, tooBig);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_json_has_no_number_for_is_refused_where_it_would_become_a_text(double value) {
        refused("echo", value, "json");
        refused("echo", List.of(value), "json");
        refused("number", value, "json");
    }

    @Test
    void values_of_the_jdk_that_lose_a_part_of_them_are_refused() {
        Timestamp precise = Timestamp.valueOf("2026-01-31 12:00:00.123456789");
        refused("timestamp", precise, "json");
        refused("path", Path.of("relative"), "json");

        bench.tasks().call("path").args(Path.of("/absolute")).applyAsync();
        bench.tasks()
                .call("timestamp")
                .args(Timestamp.valueOf("2026-01-31 12:00:00.123"))
                .applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(Path.of("/absolute"), Timestamp.valueOf("2026-01-31 12:00:00.123"));
    }

    @Test
    void a_whole_number_that_a_double_does_not_hold_is_refused_for_one() {
        refused("half_precision", 9_007_199_254_740_993L, "json");

        bench.tasks().call("half_precision").args(9_007_199_254_740_992L).applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(9_007_199_254_740_992.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor"})
    void a_number_that_a_float_does_not_hold_is_refused_for_one(String serializer) {
        refused("single", 16_777_217, serializer);
        refused("single", 1e39, serializer);
        refused("single", 0.1234567890123, serializer);
        refused("singles", List.of(1, 16_777_217), serializer);

        bench.tasks().call("single").args(16_777_216).serializer(serializer).applyAsync();
        bench.tasks().call("single").args(1.5f).serializer(serializer).applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(16_777_216f, 1.5f);
    }

    /** Checked means readable: rejects a type that can be written but not read back. */
    @Test
    void what_a_worker_could_not_read_is_refused_at_the_call() {
        for (String serializer : List.of("json", "yaml", "msgpack", "cbor")) {
            refused("shape", new Circle(1), serializer);
            refused("money", Money.of(5), serializer);
            refused("bits", BitSet.valueOf(new long[] {5}), serializer);
        }
        // Other formats have no limit for a name.
        refused("echo", Map.of("k".repeat(60_000), 1), "json");
        refused("big", BigInteger.TEN.pow(1_001), "json");
        assertThat(bench.events().names()).isEmpty();
    }

    @Test
    void a_value_of_the_applications_own_arrives() {
        bench.tasks().call("circle").args(new Circle(2)).applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(new Circle(2.0));
    }

    @Test
    void an_equals_of_the_applications_that_throws_is_its_own_affair() {
        bench.tasks().call("unsaved").args(new Unsaved()).applyAsync();
        bench.drain();

        assertThat(echo.seen).hasSize(1);
    }

    @Test
    void a_number_may_be_what_a_class_of_the_applications_is_made_of() {
        bench.tasks()
                .call("price")
                .args(new BigDecimal("12345678901234567890.12"))
                .applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(new Price(new BigDecimal("12345678901234567890.12")));
    }

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

    private void refused(String task, Object value, String serializer) {
        String what = task + " with a " + value.getClass().getSimpleName() + " by " + serializer;
        assertThatExceptionOfType(TaskArgumentException.class)
                .as(what)
                .isThrownBy(() -> bench.tasks()
                        .call(task)
                        .args(value)
                        .serializer(serializer)
                        .applyAsync())
                .withMessageContaining("nothing was sent");
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
