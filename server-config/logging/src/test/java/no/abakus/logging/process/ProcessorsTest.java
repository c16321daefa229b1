package no.abakus.logging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogEvent;
import no.abakus.logging.LogProcessor;
import no.abakus.logging.Records;
import org.junit.jupiter.api.Test;

class ProcessorsTest {
    @Test
    void dropped_events_are_found_by_name_by_beginning_and_by_logger() {
        LogProcessor drop = new DropEvents(List.of("ping", "health_*", "logger:third.party"));

        assertThat(drop.process(draft("ping"))).isFalse();
        assertThat(drop.process(draft("health_checked"))).isFalse();
        assertThat(drop.process(foreign("anything"))).isFalse();
        assertThat(drop.process(draft("pinged"))).isTrue();
    }

    @Test
    void a_sampled_event_says_which_part_of_it_is_seen() {
        double[] next = {0.05};
        LogProcessor sample = new SampleEvents(List.of("cache_hit=0.1"), () -> next[0]);
        LogDraft kept = draft("cache_hit");

        assertThat(sample.process(kept)).isTrue();
        assertThat(kept.get("sample_rate")).isEqualTo(0.1);
        next[0] = 0.1;
        assertThat(sample.process(draft("cache_hit"))).isFalse();
        assertThat(sample.process(draft("other"))).isTrue();
        assertThatThrownBy(() -> new SampleEvents(List.of("a=2"), () -> 0))
                .hasMessageContaining("'a=2' must be event=fraction");
    }

    @Test
    void a_limited_event_comes_through_so_often_and_the_rest_is_counted_in_a_line() {
        AtomicLong clock = new AtomicLong();
        LimitRate limit = new LimitRate(List.of("failed=2/s"), clock::get);
        ProcessorChain chain = new ProcessorChain(List.of(limit));

        List<Boolean> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seen.add(chain.process(draft("failed")));
        }
        assertThat(seen).containsExactly(true, true, false, false, false);
        assertThat(chain.process(draft("other"))).isTrue();
        assertThat(chain.due(false)).isEmpty();

        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        List<LogRecord> due = chain.due(false);
        assertThat(due).hasSize(1);
        assertThat(LogEvent.of(due.get(0)).context().toMap())
                .isEqualTo(Map.of("suppressed_event", "failed", "count", 3L, "period_s", 1L));
        assertThat(chain.due(true)).isEmpty();
        assertThat(chain.process(draft("failed"))).isTrue();
        assertThatThrownBy(() -> new LimitRate(List.of("a=1/day"), clock::get))
                .hasMessageContaining("event=count/unit");
    }

    @Test
    void what_is_left_out_when_the_process_ends_is_said_then() {
        LimitRate limit = new LimitRate(List.of("failed=1/h"), () -> 0);
        ProcessorChain chain = new ProcessorChain(List.of(limit));
        chain.process(draft("failed"));
        chain.process(draft("failed"));

        assertThat(chain.due(false)).isEmpty();
        assertThat(chain.due(true)).hasSize(1);
    }

    @Test
    void static_fields_give_way_and_renamed_ones_take_the_last_place() {
        LogDraft draft = draft("e", "region", "south", "current_user", "ola");

        new StaticFields(List.of("region=north", "cluster=a")).process(draft);
        new RenameFields(List.of("current_user=user", "missing=x")).process(draft);

        assertThat(draft.fields().toString()).isEqualTo("{region=south, cluster=a, user=ola}");
    }

    @Test
    void the_call_site_is_that_of_the_caller_of_the_logger() {
        LogDraft draft = draft("e");

        new CallSite().process(draft);

        assertThat(draft.get("thread_name")).isEqualTo(Thread.currentThread().getName());
        assertThat(draft.get("code_line")).isInstanceOf(Integer.class);
    }

    @Test
    void a_processor_that_throws_costs_a_field_and_the_others_still_run() {
        ProcessorChain chain = new ProcessorChain(List.of(
                draft -> {
                    throw new IllegalStateException("boom");
                },
                draft -> {
                    draft.put("tenant", "a");
                    return true;
                }));
        LogDraft draft = draft("e");

        assertThat(chain.process(draft)).isTrue();
        assertThat(draft.get("tenant")).isEqualTo("a");
        assertThat(draft.get("!processor_failed").toString()).endsWith(": java.lang.IllegalStateException");
    }

    @Test
    void processors_see_context_bound_and_own_fields_and_can_be_added_and_removed() {
        ProcessorChain chain = new ProcessorChain(List.of());
        List<Map<String, Object>> seen = new ArrayList<>();
        LogProcessor processor = draft -> seen.add(Map.copyOf(draft.fields()));
        LogRecord record = Records.own(
                "e", LogContext.empty().with("a", 1), LogContext.empty().with("b", 2), "c", 3);
        LogEvent given = LogEvent.of(record);
        LogDraft draft = new LogDraft(record, "e", given.context(), given, Map.of("d", "4", "a", "mdc"));

        chain.add(processor);
        chain.process(draft);
        chain.remove(processor);
        chain.process(draft);

        assertThat(seen).containsExactly(Map.of("a", 1, "b", 2, "c", 3, "d", "4"));
        assertThat(chain.isEmpty()).isTrue();
    }

    static LogDraft draft(String event, Object... fields) {
        LogRecord record = Records.own(event, fields);
        LogEvent given = LogEvent.of(record);
        return new LogDraft(record, event, given.context(), given, Map.of());
    }

    private static LogDraft foreign(String message) {
        LogRecord record = Records.foreign(java.util.logging.Level.INFO, message);
        return new LogDraft(record, message, LogContext.empty(), null, Map.of());
    }
}
