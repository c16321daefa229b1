package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.MessageConfig;
import org.junit.jupiter.api.Test;

/** Whatever a context holds, the part that can be sent is sent, and the send never fails. */
class ContextCarrierTest {

    /** A user's object may do any of this. */
    private record Hostile(RuntimeException exception, Error error, String text) {
        @Override
        public String toString() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return text;
        }
    }

    private record Person(String name, String mail) {}

    private final ContextCarrier carrier = carrier(64, 8192);

    @Test
    void texts_numbers_booleans_and_nulls_travel_in_their_types_and_order() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", "text");
        values.put("a", 1);
        values.put("b", 2L);
        values.put("c", 0.5);
        values.put("d", true);
        values.put("e", null);
        LogContext context = LogContext.of(values);

        assertThat(carrier.pack(context)).isEqualTo(context);
    }

    @Test
    void other_values_travel_as_text() {
        UUID id = new UUID(1, 2);
        LogContext context = LogContext.of(Map.of(
                "id",
                id,
                "at",
                Instant.EPOCH,
                "price",
                new BigDecimal("1.50"),
                "list",
                List.of(1, 2),
                "enum",
                Thread.State.NEW));

        assertThat(carrier.pack(context).toMap())
                .containsEntry("id", id.toString())
                .containsEntry("at", "1970-01-01T00:00:00Z")
                .containsEntry("price", "1.50")
                .containsEntry("list", "[1, 2]")
                .containsEntry("enum", "NEW");
    }

    @Test
    void an_empty_context_stays_itself() {
        assertThat(carrier.pack(LogContext.empty())).isSameAs(LogContext.empty());
    }

    @Test
    void secrets_stay_behind() {
        LogContext context = LogContext.of(Map.of(
                "password",
                "hunter2",
                "note",
                "write to ola@example.org",
                "person",
                new Person("Ola", "ola@example.org"),
                "nested",
                Map.of("api_key", "hunter2")));

        assertThat(carrier.pack(context).toMap().toString())
                .contains("password=[redacted]")
                .contains("write to ")
                .contains("Ola")
                .doesNotContain("hunter2")
                .doesNotContain("ola@example.org");
    }

    @Test
    void a_value_that_cannot_be_shown_does_not_keep_the_others() {
        LogContext context = LogContext.of(orderedMap(
                "throws", new Hostile(new IllegalStateException("no"), null, null),
                "fails", new Hostile(null, new AssertionError("no"), null),
                "overflows", new Hostile(null, new StackOverflowError(), null),
                "says_null", new Hostile(null, null, null),
                "request_id", "r-1"));

        Map<String, Object> packed = carrier.pack(context).toMap();

        assertThat(packed).containsEntry("request_id", "r-1").containsKeys("throws", "fails", "overflows", "says_null");
        assertThat((String) packed.get("throws")).contains("IllegalStateException");
        assertThat((String) packed.get("fails")).contains("AssertionError");
    }

    @Test
    void a_value_that_holds_itself_does_not_hold_up_the_send() {
        Map<String, Object> cycle = new LinkedHashMap<>();
        cycle.put("self", cycle);

        assertThat(carrier.pack(LogContext.of(Map.of("cycle", cycle, "request_id", "r-1")))
                        .toMap())
                .containsEntry("request_id", "r-1")
                .containsKey("cycle");
    }

    @Test
    void keys_beyond_the_limit_stay_behind_and_are_counted() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < 70; i++) {
            values.put("key" + i, i);
        }

        Map<String, Object> packed = carrier.pack(LogContext.of(values)).toMap();

        assertThat(packed).hasSize(65).containsEntry("key63", 63).doesNotContainKey("key64");
        assertThat(packed).containsEntry(ContextCarrier.TRUNCATED, 6);
    }

    @Test
    void a_huge_value_stays_behind_alone() {
        Map<String, Object> packed = carrier.pack(LogContext.of(orderedMap(
                        "request_id", "r-1", "dump", "x".repeat(100_000), "current_user", 17, "path", "/events")))
                .toMap();

        assertThat(packed)
                .containsExactly(
                        Map.entry("request_id", "r-1"),
                        Map.entry("current_user", 17),
                        Map.entry("path", "/events"),
                        Map.entry(ContextCarrier.TRUNCATED, 1));
    }

    @Test
    void keys_and_values_together_stay_within_the_limit() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 10; i < 60; i++) {
            values.put("key" + i, "v".repeat(195));
        }

        Map<String, Object> packed = carrier.pack(LogContext.of(values)).toMap();

        assertThat(packed).hasSize(40 + 1).containsEntry(ContextCarrier.TRUNCATED, 10);
    }

    @Test
    void no_context_at_all_travels_where_none_is_allowed() {
        assertThat(carrier(0, 8192).pack(LogContext.of(Map.of("a", 1))).toMap())
                .containsExactly(Map.entry(ContextCarrier.TRUNCATED, 1));
    }

    @Test
    void a_context_that_nothing_is_left_out_of_has_no_marker() {
        assertThat(carrier.pack(LogContext.of(Map.of("a", 1))).toMap()).doesNotContainKey(ContextCarrier.TRUNCATED);
    }

    private static Map<String, Object> orderedMap(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static ContextCarrier carrier(int keys, int size) {
        return new ContextCarrier(new MessageConfig(1024, keys, size, 0, 8192), Redaction.standard());
    }
}
