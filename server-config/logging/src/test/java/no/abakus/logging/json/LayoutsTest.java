package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same event in every layout. */
class LayoutsTest {
    private static final LogContext REQUEST = LogContext.empty()
            .with("request_id", "r1")
            .with("current_user", "ola")
            .with("request_method", "POST")
            .with("request_path", "/a")
            .with("system", "lego")
            .with("trace_id", "0af7651916cd43dd8448eb211c80319c");

    @Test
    void ecs_has_the_names_of_the_elastic_common_schema() {
        JsonNode line = line("ecs", failed());

        assertThat(line.get("@timestamp").asText()).isEqualTo("2026-11-22T18:17:27.000042Z");
        assertThat(line.get("log.level").asText()).isEqualTo("info");
        assertThat(line.get("message").asText()).isEqualTo("mail_failed");
        assertThat(line.get("ecs.version").asText()).isEqualTo("8.11.0");
        assertThat(line.get("log.logger").asText()).isEqualTo("no.abakus.Mailer");
        assertThat(line.get("http.request.id").asText()).isEqualTo("r1");
        assertThat(line.get("user.name").asText()).isEqualTo("ola");
        assertThat(line.get("service.name").asText()).isEqualTo("lego");
        assertThat(line.get("trace.id").asText()).hasSize(32);
        assertThat(line.get("abakus.attempt").intValue()).isEqualTo(2);
        assertThat(line.get("error.type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.get("error.message").asText()).isEqualTo("no route");
        assertThat(line.get("error.stack_trace").asText())
                .startsWith("java.lang.IllegalStateException: no route\n\tat no.abakus.Mailer.send(Mailer.java:7)\n")
                .contains("Caused by: java.io.IOException: gone\n");
    }

    @Test
    void otel_has_the_fields_of_the_log_data_model() {
        JsonNode line = line("otel", failed());

        assertThat(line.get("Timestamp").asText()).isEqualTo("1795371447000042000");
        assertThat(line.get("SeverityText").asText()).isEqualTo("INFO");
        assertThat(line.get("SeverityNumber").intValue()).isEqualTo(9);
        assertThat(line.get("Body").asText()).isEqualTo("mail_failed");
        assertThat(line.get("TraceId").asText()).hasSize(32);
        assertThat(line.at("/Resource/service.name").asText()).isEqualTo("lego");
        assertThat(line.at("/InstrumentationScope/name").asText()).isEqualTo("no.abakus.Mailer");
        assertThat(line.at("/Attributes/request_id").asText()).isEqualTo("r1");
        assertThat(line.at("/Attributes/http.request.method").asText()).isEqualTo("POST");
        assertThat(line.at("/Attributes/attempt").intValue()).isEqualTo(2);
        assertThat(line.at("/Attributes/exception.type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/Attributes/exception.stacktrace").asText()).contains("Caused by: ");
        assertThat(line.get("Attributes").has("trace_id")).isFalse();
    }

    @Test
    void gcp_has_severity_time_and_trace_under_the_names_that_are_read_there() {
        JsonNode line = line("gcp", failed());

        assertThat(line.get("severity").asText()).isEqualTo("INFO");
        assertThat(line.get("time").asText()).isEqualTo("2026-11-22T18:17:27.000042Z");
        assertThat(line.get("message").asText()).isEqualTo("mail_failed");
        assertThat(line.get("logging.googleapis.com/trace").asText()).hasSize(32);
        assertThat(line.get("request_id").asText()).isEqualTo("r1");
        assertThat(line.get("stack_trace").asText()).startsWith("java.lang.IllegalStateException: no route\n");
    }

    @Test
    void logfmt_quotes_only_what_needs_it() {
        LogRecord record = Records.own(
                "mail sent",
                REQUEST,
                LogContext.empty(),
                "n",
                3,
                "ok",
                true,
                "text",
                "a=b",
                "like",
                "3",
                "address",
                "127.0.0.1",
                "none",
                null,
                "list",
                List.of(1, "x"),
                "odd key",
                1,
                "password",
                "p",
                "event",
                "other");

        assertThat(text("logfmt", record))
                .isEqualTo("ts=2026-11-22T18:17:27.000042Z level=info logger=no.abakus.Mailer event=\"mail sent\""
                        + " request_id=r1 current_user=ola request_method=POST request_path=/a system=lego"
                        + " trace_id=0af7651916cd43dd8448eb211c80319c n=3 ok=true text=\"a=b\" like=\"3\" address=127.0.0.1 none=null"
                        + " list=\"[1,\\\"x\\\"]\" odd_key=1 password=[redacted] event_=other\n");
    }

    @Test
    void footgun_20_the_console_aligns_columns_and_folds_the_frames_of_libraries() {
        String text = text("console", failed());

        String time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").format(Records.TIME.atZone(ZoneId.systemDefault()));
        assertThat(text)
                .startsWith(time + " info     mail_failed                    attempt=2 [n.a.Mailer] request_id=r1"
                        + " current_user=ola request_method=POST request_path=/a trace_id=")
                .contains("\n    java.lang.IllegalStateException: no route\n")
                .contains("    at no.abakus.Mailer.send(Mailer.java:7)\n        … 1 more frames\n")
                .contains("    caused by java.io.IOException: gone\n");
    }

    @Test
    void the_console_leaves_out_what_is_the_same_on_every_line_and_what_is_not_known() {
        LogContext context =
                REQUEST.with("version", "1.2").with("environment", "test").with("ip", null);

        assertThat(text("console", Records.own("e", context, LogContext.empty(), "system", "own", "none", null)))
                .contains("system=own none=null")
                .doesNotContain("version=", "environment=", "ip=");
    }

    @Test
    void the_console_shows_sentences_as_they_were_written_and_their_lines_indented() {
        LogRecord record = Records.foreign(Level.INFO, "no \"quotes\" \\ lost\n\tsecond [x]\nthird\n");
        record.setLoggerName("org.\nforged.Line");

        assertThat(text("console", record).lines().map(String::stripTrailing))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" info     no \"quotes\" \\ lost"),
                        second -> assertThat(second).isEqualTo("    |  second [x]"),
                        third -> assertThat(third).startsWith("    | third").endsWith(" [o. .Line]"));
    }

    @Test
    void colours_are_there_for_a_terminal_unless_the_environment_says_otherwise() {
        assertThat(Colours.wanted(Map.of("TERM", "xterm"), true)).isEqualTo(Colours.ON);
        assertThat(Colours.wanted(Map.of("TERM", "xterm"), false)).isEqualTo(Colours.OFF);
        assertThat(Colours.wanted(Map.of("TERM", "dumb"), true)).isEqualTo(Colours.OFF);
        assertThat(Colours.wanted(Map.of("FORCE_COLOR", "1"), false)).isEqualTo(Colours.ON);
        assertThat(Colours.wanted(Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), true))
                .isEqualTo(Colours.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "otel", "gcp"})
    void every_json_layout_redacts_keeps_keys_once_and_stays_within_its_limit(String format) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            fields.put("key_" + i, "\u0001".repeat(8000));
        }
        LogContext context = LogContext.of(fields)
                .with("message", "m")
                .with("trace_id", "t")
                .with("trace.id", "u")
                .with("api_key", "k-1");
        LogRecord record = Records.own("mail to ola@example.no", context, LogContext.empty());
        record.setThrown(deep());

        String text = text(format, record);

        assertThat(text.length()).isLessThan(65_536);
        assertThat(text).doesNotContain("k-1", "ola@example.no");
        Encoding.parsed(text);
        Encoding.parsed(text(
                format,
                Records.own(
                        "e",
                        LogContext.empty()
                                .with("message", 1)
                                .with("trace_id", "t")
                                .with("trace.id", "u")
                                .with("logging.googleapis.com/trace", "v"),
                        LogContext.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logfmt", "console"})
    void text_layouts_redact_and_cannot_be_made_to_begin_a_line(String format) {
        LogRecord record = Records.own("a\nb ola@example.no\u001b[31m", "k\ney", "x\r\ny", "api_key", "k-1");

        String text = text(format, record);

        assertThat(text.lines().skip(1)).allMatch(line -> format.equals("console") && line.startsWith("    | "));
        assertThat(text).doesNotContain("k-1", "ola@example.no", "\u001b[31m");
    }

    @Test
    void the_format_can_be_switched_while_lines_are_written() {
        LineEncoder encoder = new LineEncoder(Redaction.standard(), Encoding.LIMITS);
        LogRecord record = Records.own("e");

        String before = Encoding.line(encoder, record, Map.of());
        encoder.format("ecs");
        String between = Encoding.line(encoder, record, Map.of());
        encoder.format("abakus");

        assertThat(before).startsWith("{\"event\":\"e\"");
        assertThat(between).startsWith("{\"@timestamp\":");
        assertThat(Encoding.line(encoder, record, Map.of())).isEqualTo(before);
        assertThatThrownBy(() -> encoder.format("xml"))
                .hasMessage("'xml' is not a line format; use abakus, ecs, otel, gcp, logfmt or console");
    }

    private static LogRecord failed() {
        LogRecord record = Records.own("mail_failed", REQUEST, LogContext.empty(), "attempt", 2);
        Throwable cause = new java.io.IOException("gone");
        cause.setStackTrace(new StackTraceElement[] {frame("java.net.Socket"), frame("java.lang.Thread")});
        Throwable thrown = new IllegalStateException("no route", cause);
        thrown.setStackTrace(new StackTraceElement[] {frame("no.abakus.Mailer"), frame("java.lang.Thread")});
        record.setThrown(thrown);
        return record;
    }

    private static Throwable deep() {
        Throwable thrown = new IllegalStateException("x".repeat(10_000));
        for (int i = 0; i < 30; i++) {
            thrown = new IllegalStateException("level " + i + " " + "y".repeat(5_000), thrown);
        }
        return thrown;
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "send", type.substring(type.lastIndexOf('.') + 1) + ".java", 7);
    }

    private static JsonNode line(String format, LogRecord record) {
        return Encoding.parsed(text(format, record));
    }

    private static String text(String format, LogRecord record) {
        LineEncoder encoder = new LineEncoder(Redaction.standard(), Encoding.LIMITS);
        encoder.format(format);
        return Encoding.line(encoder, record, Map.of());
    }
}
