package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LogScopeTest {
    @Test
    void closing_restores_the_map_that_was_there_and_not_only_the_key() {
        try (LogScope outer = LogContext.bind("a", 1, "b", 2)) {
            try (LogScope inner = LogContext.bind("a", "changed")) {
                assertThat(LogContext.current().toMap()).containsExactly(entry("a", "changed"), entry("b", 2));
            }
            assertThat(LogContext.current().toMap()).containsExactly(entry("a", 1), entry("b", 2));
        }
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void closing_twice_changes_nothing() {
        LogScope first = LogContext.bind("a", 1);
        first.close();
        try (LogScope second = LogContext.bind("b", 2)) {
            first.close();
            assertThat(LogContext.current().toMap()).containsExactly(entry("b", 2));
        }
    }

    @Test
    void closing_an_outer_scope_closes_those_inside_and_nothing_comes_back() {
        LogScope outer = LogContext.bind("a", 1);
        LogScope inner = LogContext.bind("b", 2);

        outer.close();
        assertThat(LogContext.current().isEmpty()).isTrue();
        inner.close();
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void replacing_hides_everything_until_closed() {
        try (LogScope outer = LogContext.bind("a", 1)) {
            try (LogScope task = LogContext.replace(LogContext.empty().with("task_id", "t"))) {
                assertThat(LogContext.current().toMap()).containsExactly(entry("task_id", "t"));
            }
            assertThat(LogContext.current().toMap()).containsExactly(entry("a", 1));
        }
    }

    @Test
    void a_scope_closed_by_another_thread_ends_where_it_was_opened() throws Exception {
        ExecutorService opener = Executors.newSingleThreadExecutor();
        try (LogScope mine = LogContext.bind("mine", 1)) {
            LogScope scope = opener.submit(() -> LogContext.bind("a", 1)).get();

            scope.close();

            assertThat(LogContext.current().toMap()).containsExactly(entry("mine", 1));
            assertThat(opener.submit(LogContext::current).get().isEmpty()).isTrue();
        } finally {
            opener.shutdown();
        }
    }
}
