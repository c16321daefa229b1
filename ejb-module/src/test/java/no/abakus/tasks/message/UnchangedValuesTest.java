package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.File;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.TaskSerializerContract.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that a class of the JDK cannot represent is refused, and is not turned into another value. */
class UnchangedValuesTest {

    public record Day(@JsonFormat(pattern = "yyyy-MM-dd'T'HH") LocalDate date) {}

    public record Box(Byte small, List<Byte> more) {}

    private final TaskSerializer json = new JsonTaskSerializer();

    private Object read(String value, Type type) throws UnreadableMessageException {
        return json.read(new MessageBody.Text("{\"args\":[" + value + "]}"), new Types(List.of(type)))
                .args()
                .get(0);
    }

    static Stream<Arguments> changed() {
        return Stream.of(
                Arguments.of("200", byte.class),
                Arguments.of("-129", Byte.class),
                Arguments.of("{\"small\":200}", Box.class),
                Arguments.of("{\"more\":[1,255]}", Box.class),
                Arguments.of("1e39", float.class),
                Arguments.of("1e400", double.class),
                Arguments.of("1e400", Double.class),
                Arguments.of("\" \"", int.class),
                Arguments.of("\" \"", Long.class),
                Arguments.of("\"\\t\"", Boolean.class),
                Arguments.of("\" \"", BigDecimal.class),
                Arguments.of("[\" \"]", int[].class),
                Arguments.of("\"2026-01-01T23:00:00Z\"", LocalDate.class),
                Arguments.of("\"2026-01-01T23:00:00Z\"", LocalDateTime.class),
                Arguments.of("\"2026-01-01T23:00:00\"", LocalTime.class),
                Arguments.of("\"2026-02-31\"", Date.class),
                Arguments.of("\"5\"", Instant.class),
                Arguments.of("1e300", Duration.class),
                Arguments.of("\"\"", UUID.class),
                Arguments.of("\"\"", Currency.class),
                Arguments.of("\"\"", Pattern.class),
                Arguments.of("\"\"", File.class),
                Arguments.of("\"\"", InetAddress.class),
                Arguments.of("\"Mars/Olympus\"", TimeZone.class),
                Arguments.of("5", TimeZone.class));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void a_value_that_would_change_is_refused(String value, Class<?> type) {
        assertThatThrownBy(() -> read(value, type)).isInstanceOf(UnreadableMessageException.class);
    }

    @SuppressWarnings("JavaUtilDate") // arguments may have any type of the JDK
    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of("-128", byte.class, (byte) -128),
                Arguments.of("127", Byte.class, (byte) 127),
                Arguments.of("9223372036854775807", Long.class, Long.MAX_VALUE),
                Arguments.of("3.4028235e38", float.class, Float.MAX_VALUE),
                Arguments.of("1e400", BigDecimal.class, new BigDecimal("1e400")),
                Arguments.of("\" \"", char.class, ' '),
                Arguments.of("\"\"", String.class, ""),
                Arguments.of("\" \"", String.class, " "),
                Arguments.of("\"2026-01-01\"", LocalDate.class, LocalDate.of(2026, 1, 1)),
                Arguments.of("\"2026-01-01T23:00:00\"", LocalDateTime.class, LocalDateTime.of(2026, 1, 1, 23, 0)),
                Arguments.of("\"1970-01-01T00:00:00.000+00:00\"", Date.class, new Date(0)),
                Arguments.of("1.5", Duration.class, Duration.ofMillis(1_500)),
                Arguments.of("\"Europe/Oslo\"", TimeZone.class, TimeZone.getTimeZone("Europe/Oslo")),
                Arguments.of("{\"date\":\"2026-01-01T23\"}", Day.class, new Day(LocalDate.of(2026, 1, 1))),
                Arguments.of("{\"small\":1,\"more\":[2]}", Box.class, new Box((byte) 1, List.of((byte) 2))));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_value_that_is_held_is_read(String value, Class<?> type, Object expected) throws Exception {
        assertThat(read(value, type)).isEqualTo(expected);
    }

    @Test
    void what_binary_formats_call_infinite_stays_so() throws Exception {
        for (TaskSerializer binary : List.of(new CborTaskSerializer(), new MsgpackTaskSerializer())) {
            List<Object> args = List.of(Double.POSITIVE_INFINITY, Double.NaN, Float.NEGATIVE_INFINITY);

            TaskArguments read = binary.read(
                    binary.write(new TaskArguments(args, Map.of())),
                    new Types(List.of(double.class, Double.class, float.class)));

            assertThat(read.args()).isEqualTo(args);
        }
    }
}
