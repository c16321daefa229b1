package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a serializer brings arguments to the worker unchanged, or says why it cannot. */
@SuppressWarnings("JUnitClassModifiers") // to be extended in other packages
public abstract class TaskSerializerContract {

    /** An ordinary value. */
    public record Money(BigDecimal amount, String currency) {}

    /** A value that contains other values. */
    public record Order(UUID id, List<Money> lines, Optional<String> note, Map<DayOfWeek, LocalDate> days) {}

    /** A generic record. */
    public record Pair<A, B>(A first, B second) {}

    /** A class with getters and setters. */
    public static final class Bean {
        private String name;
        private int size;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getSize() {
            return size;
        }

        public void setSize(int size) {
            this.size = size;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bean that && name.equals(that.name) && size == that.size;
        }

        @Override
        public int hashCode() {
            return name.hashCode() + size;
        }
    }

    /** A value that cannot be written, because it contains itself. */
    public static final class Endless {
        public Endless getSelf() {
            return this;
        }
    }

    /** A type with its type arguments, and a value of this type. */
    public abstract static class Sample<T> {
        private final T value;

        protected Sample(T value) {
            this.value = value;
        }

        /** Returns the type. */
        public final Type type() {
            return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        }

        @Override
        public String toString() {
            String text = String.valueOf(value);
            return type().getTypeName() + ": " + (text.length() < 80 ? text : text.substring(0, 80));
        }
    }

    /** Returns the serializer under test. */
    protected abstract TaskSerializer serializer();

    /** Returns bodies that the serializer cannot have written. */
    protected abstract List<MessageBody> garbage();

    static Stream<Sample<?>> values() {
        return Stream.of(
                new Sample<>("") {},
                new Sample<>("plain") {},
                new Sample<>("æøå € 𝄞 \u0000 \u2028 \" \\ \n\t </script>") {},
                new Sample<>("x".repeat(100_000)) {},
                new Sample<>('å') {},
                new Sample<>(true) {},
                new Sample<>((byte) -128) {},
                new Sample<>((short) -32768) {},
                new Sample<>(Integer.MIN_VALUE) {},
                new Sample<>(Long.MAX_VALUE) {},
                new Sample<>(0.1f) {},
                new Sample<>(Double.MIN_VALUE) {},
                new Sample<>(Double.MAX_VALUE) {},
                new Sample<>(-0.0) {},
                new Sample<>(new BigInteger("9".repeat(60))) {},
                new Sample<>(new BigDecimal("12345678901234567890.1234567890123456789")) {},
                new Sample<>(new BigDecimal("100.00")) {},
                new Sample<>(new BigDecimal("1E+5")) {},
                new Sample<>(UUID.fromString("0c7f2d1e-5b7a-4b0e-9d43-2f6f6d1a7c11")) {},
                new Sample<>(DayOfWeek.FRIDAY) {},
                new Sample<>(Instant.parse("2026-01-02T03:04:05.678901234Z")) {},
                new Sample<>(LocalDate.of(2026, 2, 28)) {},
                new Sample<>(LocalTime.of(23, 59, 59, 999_999_999)) {},
                new Sample<>(LocalDateTime.of(2026, 10, 25, 2, 30)) {},
                new Sample<>(OffsetDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneOffset.ofHours(2))) {},
                new Sample<>(ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Oslo"))) {},
                new Sample<>(ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("UTC"))) {},
                new Sample<>(Duration.ofSeconds(90, 5)) {},
                new Sample<>(Period.of(1, 2, 3)) {},
                new Sample<>(Year.of(2026)) {},
                new Sample<>(YearMonth.of(2026, 2)) {},
                new Sample<>(ZoneId.of("Europe/Oslo")) {},
                new Sample<>(Optional.of("there")) {},
                new Sample<>(Optional.<String>empty()) {},
                new Sample<>(OptionalInt.empty()) {},
                new Sample<>(OptionalInt.of(7)) {},
                new Sample<>(new Money(new BigDecimal("9.90"), "NOK")) {},
                new Sample<>(new Pair<>(List.of(1L, 2L), Optional.of(LocalDate.EPOCH))) {},
                new Sample<>(new Order(
                        new UUID(1, 2),
                        List.of(new Money(BigDecimal.ONE, "NOK")),
                        Optional.empty(),
                        new EnumMap<>(Map.of(DayOfWeek.MONDAY, LocalDate.EPOCH)))) {},
                new Sample<List<Integer>>(List.of()) {},
                new Sample<List<String>>(new ArrayList<>(Arrays.asList("a", null, "c"))) {},
                new Sample<Set<LocalDate>>(Set.of(LocalDate.EPOCH)) {},
                new Sample<Map<String, List<Map<String, Instant>>>>(
                        Map.of("a", List.of(Map.of("b", Instant.EPOCH)))) {},
                new Sample<Map<String, Object>>(
                        new LinkedHashMap<>(Map.of("text", "t", "list", List.of(1, true), "map", Map.of()))) {},
                new Sample<Object>("anything") {},
                new Sample<Object>(List.of(1, "two", false)) {});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void a_value_comes_back_as_it_was_by_position_and_by_name(Sample<?> sample) throws UnreadableMessageException {
        ParameterTypes types = new Types(List.of(sample.type(), sample.type()));

        TaskArguments read = roundTrip(List.of(sample.value), Map.of("p1", sample.value), types);

        assertThat(read.args()).containsExactly(sample.value);
        assertThat(read.kwargs()).containsExactly(Map.entry("p1", sample.value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void a_value_is_converted_to_what_a_worker_would_get(Sample<?> sample) {
        assertThat(serializer().convert(sample.value, sample.type())).isEqualTo(sample.value);
    }

    @Test
    void a_bean_with_getters_and_setters_comes_back() throws UnreadableMessageException {
        Bean bean = new Bean();
        bean.setName("å");
        bean.setSize(3);

        assertThat(roundTrip(List.of(bean), Map.of(), new Types(List.of(Bean.class)))
                        .args())
                .containsExactly(bean);
    }

    @Test
    void arrays_come_back() throws UnreadableMessageException {
        byte[] bytes = {0, -1, 127};
        int[] numbers = {1, 2};
        String[] texts = {"a", null};

        TaskArguments read = roundTrip(
                List.of(bytes, numbers, texts),
                Map.of(),
                new Types(List.of(byte[].class, int[].class, String[].class)));

        assertThat((byte[]) read.args().get(0)).containsExactly(bytes);
        assertThat((int[]) read.args().get(1)).containsExactly(numbers);
        assertThat((String[]) read.args().get(2)).containsExactly(texts);
    }

    @Test
    void a_primitive_parameter_is_read_as_its_number() throws UnreadableMessageException {
        TaskArguments read = roundTrip(
                List.of(1, 2, 3, true, 'c'),
                Map.of(),
                new Types(List.of(int.class, long.class, double.class, boolean.class, char.class)));

        assertThat(read.args()).containsExactly(1, 2L, 3.0, true, 'c');
    }

    @Test
    void null_stays_null() throws UnreadableMessageException {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("p1", null);

        TaskArguments read =
                roundTrip(Arrays.asList((Object) null), kwargs, new Types(List.of(String.class, Integer.class)));

        assertThat(read.args()).containsExactly((Object) null);
        assertThat(read.kwargs()).containsEntry("p1", null);
    }

    @Test
    void no_arguments_at_all_come_back() throws UnreadableMessageException {
        TaskArguments read = roundTrip(List.of(), Map.of(), new Types(List.of()));

        assertThat(read).isEqualTo(new TaskArguments(List.of(), Map.of()));
    }

    @Test
    void a_value_that_cannot_be_written_is_refused_at_the_call() {
        TaskArguments arguments = new TaskArguments(List.of(new Endless()), Map.of());

        assertThatThrownBy(() -> serializer().write(arguments))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void a_value_that_does_not_fit_its_parameter_is_an_argument_problem() {
        assertThat(rejection(List.of("secret-4711"), Integer.class)).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection(List.of(List.of("secret-4711")), Money.class)).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection(List.of(4711), DayOfWeek.class)).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection(List.of(4711), String.class)).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection(List.of(4711.5), int.class)).isEqualTo(Reason.ARGUMENTS);
    }

    @Test
    void an_argument_that_the_task_has_no_parameter_for_is_an_argument_problem() {
        assertThat(rejection(List.of("a", "secret-4711"), String.class)).isEqualTo(Reason.ARGUMENTS);
    }

    /**
     * Returns the reason why these arguments do not fit a parameter of this type. Operators read the detail of the
     * rejection, so the detail must not show the values.
     */
    private Reason rejection(List<Object> args, Type type) {
        MessageBody body = serializer().write(new TaskArguments(args, Map.of()));
        try {
            serializer().read(body, new Types(List.of(type)));
        } catch (UnreadableMessageException e) {
            assertThat(e.rejection().detail()).isNotBlank().doesNotContain("4711");
            return e.rejection().reason();
        }
        throw new AssertionError(args + " was read as " + type);
    }

    @Test
    void what_it_cannot_have_written_is_an_unreadable_body() {
        assertThat(garbage()).isNotEmpty().allSatisfy(body -> assertThatThrownBy(
                        () -> serializer().read(body, new Types(List.of(String.class))))
                .isInstanceOfSatisfying(
                        UnreadableMessageException.class,
                        e -> assertThat(e.rejection().reason()).as("%s", body).isEqualTo(Reason.UNREADABLE_BODY)));
    }

    @Test
    void it_says_its_name_and_content_type() {
        assertThat(serializer().name()).matches("[a-z0-9-]+");
        assertThat(serializer().contentType()).matches("[a-z]+/[a-z0-9.+-]+");
    }

    private TaskArguments roundTrip(List<Object> args, Map<String, Object> kwargs, ParameterTypes types)
            throws UnreadableMessageException {
        return serializer().read(serializer().write(new TaskArguments(args, kwargs)), types);
    }

    /** Parameters that are called {@code p0, p1 …}. */
    public record Types(List<Type> types) implements ParameterTypes {
        @Override
        public Optional<Type> at(int position) {
            return position < types.size() ? Optional.of(types.get(position)) : Optional.empty();
        }

        @Override
        public Optional<Type> named(String name) {
            return IntStream.range(0, types.size())
                    .filter(position -> name.equals("p" + position))
                    .mapToObj(types::get)
                    .findFirst();
        }
    }
}
