package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.TaskSerializerContract.Types;
import org.junit.jupiter.api.Test;

/** Java serialization creates objects only of the classes that were allowed. */
class JavaTaskSerializerTest {

    record Invoice(UUID id, BigDecimal amount) implements Serializable {}

    static final class Bomb implements Serializable {
        private static int made;

        private Object readResolve() {
            made++;
            return this;
        }
    }

    private final JavaTaskSerializer strict = serializer();
    private final JavaTaskSerializer lenient = serializer(Invoice.class.getName());

    @Test
    void everyday_values_come_back_as_they_were() throws UnreadableMessageException {
        List<Object> args = Arrays.asList(
                1,
                2L,
                "tekst",
                null,
                new BigDecimal("1.50"),
                Instant.EPOCH,
                List.of(1, "two"),
                Set.of("a"),
                Map.of("k", List.of()),
                UUID.fromString("0c7f2d1e-5b7a-4b0e-9d43-2f6f6d1a7c11"),
                new byte[0].length);
        Types objects = new Types(
                args.stream().map(arg -> (java.lang.reflect.Type) Object.class).toList());

        TaskArguments read = strict.read(strict.write(new TaskArguments(args, Map.of("p0", 7))), objects);

        assertThat(read.args()).isEqualTo(args);
        assertThat(read.kwargs()).isEqualTo(Map.of("p0", 7));
    }

    @Test
    void a_class_of_the_allow_list_is_read() throws UnreadableMessageException {
        Invoice invoice = new Invoice(new UUID(1, 2), BigDecimal.TEN);

        assertThat(lenient.read(written(invoice), new Types(List.of(Invoice.class)))
                        .args())
                .containsExactly(invoice);
    }

    @Test
    void another_class_is_refused_before_an_object_of_it_is_made() {
        assertThat(rejection(lenient, written(new Bomb()), Object.class)).isEqualTo(Reason.UNREADABLE_BODY);
        assertThat(rejection(strict, written(new Invoice(new UUID(1, 2), BigDecimal.ONE)), Object.class))
                .isEqualTo(Reason.UNREADABLE_BODY);
        assertThat(Bomb.made).isZero();
    }

    @Test
    void sets_in_sets_that_would_take_for_ever_are_refused() {
        Set<Object> root = new HashSet<>();
        Set<Object> left = root;
        Set<Object> right = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Set<Object> nextLeft = new HashSet<>();
            Set<Object> nextRight = new HashSet<>();
            nextLeft.add("x");
            left.add(nextLeft);
            left.add(nextRight);
            right.add(nextLeft);
            right.add(nextRight);
            left = nextLeft;
            right = nextRight;
        }

        assertThat(rejection(strict, written(root), Object.class)).isEqualTo(Reason.UNREADABLE_BODY);
    }

    /** These objects are nested less deeply than allowed, but hashing them would take longer than a lifetime. */
    @Test
    void shared_sets_and_lists_that_would_take_for_ever_are_refused() {
        Object lists = List.of("x");
        Set<Object> left = new HashSet<>(Set.of("x"));
        Set<Object> right = new HashSet<>(Set.of("y"));
        for (int i = 0; i < 40; i++) {
            lists = new ArrayList<>(Arrays.asList(lists, lists));
        }
        Set<Object> root = new HashSet<>();
        List<Set<Object>> inner = List.of(left, right);
        // Filled from the outside, since adding a full one would hash it.
        Set<Object> outerLeft = root;
        Set<Object> outerRight = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Set<Object> nextLeft = i == 39 ? inner.get(0) : new HashSet<>(Set.of(i));
            Set<Object> nextRight = i == 39 ? inner.get(1) : new HashSet<>();
            outerLeft.add(nextLeft);
            outerLeft.add(nextRight);
            outerRight.add(nextLeft);
            outerRight.add(nextRight);
            outerLeft = nextLeft;
            outerRight = nextRight;
        }

        for (MessageBody body : List.of(written(lists), written(root))) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                assertThat(rejection(strict, body, Object.class)).isEqualTo(Reason.UNREADABLE_BODY);
            });
        }
    }

    @Test
    void a_list_of_itself_and_one_as_long_as_it_says_are_refused() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);

        assertThat(rejection(strict, written(itself), Object.class)).isEqualTo(Reason.UNREADABLE_BODY);
        assertThat(rejection(strict, written(Collections.nCopies(Integer.MAX_VALUE, "x")), Object.class))
                .isEqualTo(Reason.UNREADABLE_BODY);
    }

    @Test
    void a_value_that_occurs_several_times_is_read() throws UnreadableMessageException {
        List<String> shared = List.of("a", "b");
        Map<String, Object> value = Map.of("x", shared, "y", List.of(shared, shared));

        assertThat(strict.read(written(value), new Types(List.of(Object.class))).args())
                .isEqualTo(List.of(value));
    }

    @Test
    void what_does_not_fit_its_parameter_is_an_argument_problem() {
        assertThat(rejection(strict, written("text"), Integer.class)).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection(strict, new MessageBody.Text("text"), Integer.class))
                .isEqualTo(Reason.UNREADABLE_BODY);
        assertThat(rejection(strict, new MessageBody.Binary(new byte[] {1, 2}), Integer.class))
                .isEqualTo(Reason.UNREADABLE_BODY);
    }

    @Test
    void a_value_that_is_not_serializable_is_refused_at_the_call() {
        assertThatThrownBy(() -> written(Optional.of(1)))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("nothing was sent");
    }

    private MessageBody written(Object value) {
        return lenient.write(new TaskArguments(Arrays.asList(value), Map.of()));
    }

    private static Reason rejection(JavaTaskSerializer serializer, MessageBody body, Class<?> type) {
        try {
            serializer.read(body, new Types(List.of(type)));
        } catch (UnreadableMessageException e) {
            return e.rejection().reason();
        }
        throw new AssertionError("It was read");
    }

    private static JavaTaskSerializer serializer(String... allowed) {
        return new JavaTaskSerializer(new BodyConfig("java", Set.of("java"), Optional.empty(), Set.of(allowed)));
    }
}
