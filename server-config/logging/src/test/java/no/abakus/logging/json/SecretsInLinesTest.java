package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and ids in whole lines, in every layout. */
class SecretsInLinesTest {
    private static final String ID = "4111-1111-1111-1111";

    @ParameterizedTest
    @ValueSource(strings = {"abakus", "ecs", "otel", "gcp", "logfmt", "console"})
    void ids_are_shown_in_every_layout(String format) {
        LogContext context = LogContext.empty().with("request_id", ID).with("task_id", "4209788742205283029");
        LogContext trace = context.with("trace_id", "4111111111111111").with("span_id", ID);

        String line = line(format, Records.own("event", trace, LogContext.empty(), "root_task_id", ID));

        assertThat(line).contains("4209788742205283029", "4111111111111111").doesNotContain("[redacted]");
        assertThat(line.split(ID, -1)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abakus", "ecs", "otel", "gcp", "logfmt", "console"})
    void secrets_are_hidden_in_every_layout(String format) {
        Throwable thrown = new IllegalStateException("login failed password=SEKRET1", new Exception("Token a1SEKRET2"));

        String line = line(
                format,
                failed(
                        "sent to amqp://guest:SEKRET3$p@host",
                        thrown,
                        "json",
                        "{\"apiKey\":\"SEKRET4\"}",
                        "pin",
                        1234,
                        "card",
                        4111111111111111L,
                        "nested",
                        List.of(Map.of("pass", "SEKRET5", "n", 4111111111111111L))));

        assertThat(line).doesNotContain("SEKRET", "1234", "4111111111111111").contains("login failed", "[redacted]");
    }

    @Test
    void a_secret_at_a_cut_is_hidden_as_a_whole() {
        String filler = "x".repeat(Encoding.LIMITS.textChars() - 8);

        String line = line("abakus", Records.own("e", "text", filler + " ghp_SEKRETabcdefghijklmnop and more"));

        assertThat(line).doesNotContain("ghp_").contains("chars]");
    }

    private static LogRecord failed(String event, Throwable thrown, Object... fields) {
        LogRecord record = Records.own(event, fields);
        record.setThrown(thrown);
        return record;
    }

    private static String line(String format, LogRecord record) {
        LineEncoder encoder = new LineEncoder(Redaction.standard(), Encoding.LIMITS);
        encoder.format(format);
        return Encoding.line(encoder, record, Map.of());
    }
}
