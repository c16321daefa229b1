package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context that a sender filled to hide a task's lines from a search. */
class CrowdedLinesTest {
    private static final String TASK = "c20-4111-1111";

    @Test
    void five_thousand_keys_do_not_push_the_ids_out_of_a_line() {
        JsonNode line =
                Encoding.parsed(Records.own("task_succeeded", crowded("x"), LogContext.empty(), "runtime_ms", 3));

        assertThat(line.get("task_id").textValue()).isEqualTo(TASK);
        assertThat(line.get("task_name").textValue()).isEqualTo("diagnostics.context");
        assertThat(line.get("request_id").textValue()).isEqualTo("r-1");
        assertThat(line.get("event").textValue()).isEqualTo("task_succeeded");
        assertThat(line.get("level").textValue()).isEqualTo("info");
        assertThat(line.get("timestamp").textValue()).isNotEmpty();
        assertThat(line.get("runtime_ms").intValue()).isEqualTo(3);
        assertThat(line.get("!dropped_fields").intValue()).isPositive();
    }

    @Test
    void neither_do_long_values_nor_keys_that_the_line_has_itself() {
        JsonNode line = Encoding.parsed(Records.own("task_succeeded", crowded("y".repeat(8_000)), LogContext.empty()));

        assertThat(line.get("task_id").textValue()).isEqualTo(TASK);
        assertThat(line.get("task_name").textValue()).isEqualTo("diagnostics.context");
        assertThat(line.get("event").textValue()).isEqualTo("task_succeeded");
        assertThat(line.get("level").textValue()).isEqualTo("info");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "otel", "gcp", "logfmt", "console"})
    void nor_in_any_other_layout(String format) {
        LineEncoder encoder = new LineEncoder(Redaction.standard(), Encoding.LIMITS);
        encoder.format(format);
        LogRecord record = Records.own("task_succeeded", crowded("x"), LogContext.empty());

        assertThat(Encoding.line(encoder, record, Map.of())).contains(TASK, "diagnostics.context", "r-1");
    }

    /** As a worker binds it: what the message brought, then what the worker knows. */
    private static LogContext crowded(String value) {
        List<Object> pairs = new ArrayList<>();
        for (String key : List.of("event", "level", "timestamp", "logger", "exception", "trace_id", "span_id")) {
            pairs.add(key);
            pairs.add(value);
        }
        for (int i = 0; i < 5_000; i++) {
            pairs.add("k" + i);
            pairs.add(value);
        }
        return LogContext.ofPairs(pairs.toArray())
                .with("request_id", "r-1")
                .with("task_id", TASK)
                .with("task_name", "diagnostics.context");
    }
}
