package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LogContextTest {
    @Test
    void keeps_the_order_in_which_keys_were_first_bound() {
        LogContext context = LogContext.empty().with("b", 1).with("a", 2).with("b", 3);

        assertThat(context.toMap()).containsExactly(entry("b", 3), entry("a", 2));
    }

    @Test
    void is_never_changed_by_deriving_another() {
        LogContext context = LogContext.empty().with("a", 1);

        LogContext more = context.with("b", 2);
        LogContext changed = context.with("a", 3);
        LogContext fewer = more.without("a");

        assertThat(context.toMap()).containsExactly(entry("a", 1));
        assertThat(more.toMap()).containsExactly(entry("a", 1), entry("b", 2));
        assertThat(changed.get("a")).isEqualTo(3);
        assertThat(fewer.toMap()).containsExactly(entry("b", 2));
    }

    @Test
    void without_an_unknown_key_is_the_same_context() {
        LogContext context = LogContext.empty().with("a", 1);

        assertThat(context.without("b")).isSameAs(context);
    }

    @Test
    void binding_a_map_keeps_its_order_and_null_values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", null);
        values.put("a", 1);

        LogContext context = LogContext.of(values);

        assertThat(context.toMap()).containsExactly(entry("z", null), entry("a", 1));
        assertThat(context.size()).isEqualTo(2);
    }

    @Test
    void absent_maps_and_contexts_count_as_empty() {
        assertThat(LogContext.of(null).isEmpty()).isTrue();
        try (LogScope outer = LogContext.bind("a", 1);
                LogScope inner = LogContext.replace(null)) {
            assertThat(LogContext.current().isEmpty()).isTrue();
        }
    }

    @Test
    void mistakes_in_pairs_are_named_in_the_context_instead_of_thrown() {
        try (LogScope scope = LogContext.bind("a", 1, "lonely")) {
            assertThat(LogContext.current().toMap()).containsExactly(entry("a", 1), entry("!missing_value", "lonely"));
        }
        try (LogScope scope = LogContext.bind("a", 1, 42, "x", null, "y")) {
            assertThat(LogContext.current().toMap())
                    .containsExactly(entry("a", 1), entry("!key_is_Integer", "x"), entry("!null_key", "y"));
        }
    }

    @Test
    void put_lasts_until_the_innermost_scope_closes() {
        try (LogScope outer = LogContext.bind("current_user", null)) {
            try (LogScope inner = LogContext.bind("order_id", 7)) {
                LogContext.put("current_user", "webkom");
                assertThat(LogContext.current().get("current_user")).isEqualTo("webkom");
            }
            assertThat(LogContext.current().get("current_user")).isNull();
        }
    }

    @Test
    void put_without_a_scope_binds_nothing() {
        LogContext.put("current_user", "webkom");

        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void a_wrapped_task_sees_the_context_it_was_wrapped_with_and_restores_its_threads_own() throws Exception {
        LogContext carried = LogContext.empty().with("request_id", "r1");
        AtomicReference<LogContext> seen = new AtomicReference<>();
        try (LogScope scope = LogContext.bind("own", true)) {
            carried.wrap(() -> seen.set(LogContext.current())).run();

            assertThat(seen.get()).isEqualTo(carried);
            assertThat(LogContext.current().toMap()).containsExactly(entry("own", true));
        }
        String value =
                carried.wrap(() -> "" + LogContext.current().get("request_id")).call();
        assertThat(value).isEqualTo("r1");
    }

    @Test
    void a_wrapped_task_that_throws_restores_the_context() {
        Runnable failing = LogContext.empty().with("a", 1).wrap((Runnable) () -> {
            throw new IllegalStateException("boom");
        });

        assertThatThrownBy(failing::run).isInstanceOf(IllegalStateException.class);

        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void threads_do_not_inherit_a_context() throws Exception {
        var executor = Executors.newSingleThreadExecutor();
        try (LogScope scope = LogContext.bind("a", 1)) {
            assertThat(executor.submit(LogContext::current).get().isEmpty()).isTrue();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void what_is_derived_is_computed_once_for_each_class() {
        LogContext context = LogContext.empty().with("a", 1);
        AtomicInteger computations = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            context.derived(StringBuilder.class, c -> new StringBuilder("" + computations.incrementAndGet()));
            context.derived(int[].class, c -> new int[] {computations.incrementAndGet()});
        }

        assertThat(computations).hasValue(2);
        assertThat(context.derived(int[].class, c -> new int[0])).containsExactly(2);
    }

    @Test
    void printing_a_context_shows_no_secrets() {
        assertThat(LogContext.empty().with("a", 1).with("password", "hunter2"))
                .hasToString("LogContext{a=1, password=[redacted]}");
    }

    @Test
    void pairs_keep_their_order_and_the_last_value_of_a_key_counts() {
        LogContext context = LogContext.ofPairs("b", 1, "a", 2, "b", 3);

        assertThat(context.toMap()).containsExactly(entry("b", 3), entry("a", 2));
    }

    @Test
    void several_entries_at_once_change_what_is_there_and_add_the_rest() {
        LogContext context = LogContext.ofPairs("a", 1, "b", 2).with("b", 3, "c", 4, "a", 5);

        assertThat(context.toMap()).containsExactly(entry("a", 5), entry("b", 3), entry("c", 4));
    }

    @Test
    void a_lone_last_element_is_told_as_a_missing_value() {
        assertThat(LogContext.ofPairs("a", 1, "b").toMap())
                .containsExactly(entry("a", 1), entry("!missing_value", "b"));
    }
}
