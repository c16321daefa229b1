package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Calls by method reference as users write them, without casts and with their types. Compiling is half of the test. */
class TypedCallsTest {

    static class Calls {
        private final List<List<Object>> seen = new ArrayList<>();

        @AbakusTask
        public void none() {
            saw();
        }

        @AbakusTask
        public String noneWithResult() {
            return "none";
        }

        @AbakusTask
        public void primitives(int a, long b, double c, boolean d, char e) {
            saw(a, b, c, d, e);
        }

        @AbakusTask
        public int sum(int a, int b) {
            return a + b;
        }

        @AbakusTask
        public void text(String text) throws IOException {
            saw(text);
        }

        @AbakusTask
        public Map<String, List<Integer>> generics(Map<String, List<Integer>> map, Optional<String> text) {
            saw(map, text);
            return map;
        }

        @AbakusTask
        public void eight(String a, int b, String c, int d, String e, int f, String g, int h) {
            saw(a, b, c, d, e, f, g, h);
        }

        @AbakusTask
        public long eightWithResult(long a, long b, long c, long d, long e, long f, long g, long h) {
            return a + b + c + d + e + f + g + h;
        }

        @AbakusTask(name = "overloaded.text")
        public void overloaded(String text) {
            saw("text", text);
        }

        @AbakusTask(name = "overloaded.number")
        public void overloaded(Integer number) {
            saw("number", number);
        }

        private void saw(Object... values) {
            seen.add(Arrays.asList(values));
        }
    }

    private final Calls calls = new Calls();
    private final Workbench bench = Workbench.of(calls);

    @Test
    void methods_without_a_result() {
        AsyncResult<Void> none = bench.tasks().delay(Calls::none);
        AsyncResult<Void> primitives = bench.tasks().delay(Calls::primitives, 1, 2L, 0.5, true, 'e');
        AsyncResult<Void> text = bench.tasks().delay(Calls::text, "hei");
        AsyncResult<Void> eight = bench.tasks().delay(Calls::eight, "a", 2, "c", 4, "e", 6, "g", 8);

        assertThat(List.of(none.id(), primitives.id(), text.id(), eight.id()))
                .containsExactly("task-1", "task-2", "task-3", "task-4");
        bench.runDue();
        assertThat(calls.seen)
                .containsExactly(
                        List.of(),
                        List.of(1, 2L, 0.5, true, 'e'),
                        List.of("hei"),
                        List.of("a", 2, "c", 4, "e", 6, "g", 8));
    }

    @Test
    void methods_with_a_result() {
        AsyncResult<String> none = bench.tasks().delay(Calls::noneWithResult);
        AsyncResult<Integer> sum = bench.tasks().delay(Calls::sum, 1, 2);
        AsyncResult<Long> eight = bench.tasks().delay(Calls::eightWithResult, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        AsyncResult<Map<String, List<Integer>>> generics =
                bench.tasks().delay(Calls::generics, Map.of("a", List.of(1)), Optional.of("b"));

        assertThat(List.of(none.task(), sum.task(), eight.task(), generics.task()))
                .allMatch(name -> name.startsWith(Calls.class.getName() + "."));
        bench.runDue();
        assertThat(calls.seen).containsExactly(List.of(Map.of("a", List.of(1)), Optional.of("b")));
    }

    @Test
    void calls_with_options_keep_their_type() {
        TaskCall<Integer> call = bench.tasks().call(Calls::sum, 1, 2).countdown(Duration.ofMinutes(1));
        AsyncResult<Integer> sent = call.priority(9).applyAsync();
        AsyncResult<Void> none = bench.tasks().call(Calls::none).taskId("mine").applyAsync();

        assertThat(sent.id()).isEqualTo("task-1");
        assertThat(none.id()).isEqualTo("mine");
    }

    @Test
    void an_overload_is_chosen_by_a_cast() {
        bench.tasks().delay((TaskMethod.P1<Calls, String>) Calls::overloaded, "7");
        bench.tasks().delay((TaskMethod.P1<Calls, Integer>) Calls::overloaded, 7);

        bench.runDue();

        assertThat(calls.seen).containsExactly(List.of("text", "7"), List.of("number", 7));
    }

    @Test
    void a_signature_may_hold_some_of_the_arguments() {
        TaskSignature partial = bench.tasks().signature(Calls::sum, 1);
        TaskSignature whole = bench.tasks().signature(Calls::text, "hei");

        bench.tasks().applyAsync(whole);
        bench.runDue();

        assertThat(partial.args()).containsExactly(1);
        assertThat(calls.seen).containsExactly(List.of("hei"));
        assertThatThrownBy(() -> bench.tasks().applyAsync(partial))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("got nothing for b");
    }

    @Test
    void null_for_a_primitive_is_refused_although_it_compiles() {
        Integer nothing = null;

        assertThatThrownBy(() -> bench.tasks().delay(Calls::sum, 1, nothing))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("got null for 'b'");
        assertThat(bench.transport().sent()).isEmpty();
    }
}
