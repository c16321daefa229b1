package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.LineTail;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole lines, character by character. */
class LineEncoderTest {
    private static final String TAIL =
            "\"logger\":\"no.abakus.Mailer\",\"level\":\"info\"," + "\"timestamp\":\"2026-11-22T18:17:27.000042Z\"}\n";

    private static final String FRAME =
            "{\"class\":\"no.abakus.%s\",\"method\":\"%s\",\"file\":\"%s.java\",\"line\":%d}";

    private static final LogContext REQUEST = LogContext.empty()
            .with("request_id", "r1")
            .with("current_user", null)
            .with("attempt", 1);

    @Test
    void context_comes_first_then_bound_then_own_fields_then_the_event() {
        LogRecord record = Records.own(
                "mail_sent", REQUEST, LogContext.empty().with("module", "mail"), "to", 3, "ok", true, "ms", 12.5);

        assertThat(Encoding.line(record))
                .isEqualTo("{\"request_id\":\"r1\",\"current_user\":null,\"attempt\":1,\"module\":\"mail\","
                        + "\"to\":3,\"ok\":true,\"ms\":12.5,\"event\":\"mail_sent\","
                        + TAIL);
    }

    @Test
    void a_thread_that_wants_its_lines_remembers_them_as_they_were_written() {
        LineTail.begin();
        String written = Encoding.line(Records.own("remembered"));

        assertThat(LineTail.end()).containsExactly(written.stripTrailing());
    }

    @Test
    void an_event_alone_is_a_line() {
        assertThat(Encoding.line(Records.own("started"))).isEqualTo("{\"event\":\"started\"," + TAIL);
    }

    @Test
    void a_foreign_record_carries_the_context_of_its_thread() {
        try (LogScope scope = LogContext.replace(REQUEST)) {
            assertThat(Encoding.line(Records.foreign(Level.WARNING, "disk \"full\"\n")))
                    .isEqualTo("{\"request_id\":\"r1\",\"current_user\":null,\"attempt\":1,"
                            + "\"event\":\"disk \\\"full\\\"\\n\",\"logger\":\"third.party\",\"level\":\"warning\","
                            + "\"timestamp\":\"2026-11-22T18:17:27.000042Z\"}\n");
        }
    }

    @Test
    void a_later_value_wins_and_a_key_stands_once() {
        LogRecord record = Records.own(
                "e",
                REQUEST.with("b", "context"),
                LogContext.empty().with("b", "bound").with("attempt", 2),
                "attempt",
                3,
                "attempt",
                4);

        assertThat(Encoding.line(record))
                .isEqualTo("{\"request_id\":\"r1\",\"current_user\":null,\"b\":\"bound\",\"attempt\":4,\"event\":\"e\","
                        + TAIL);
    }

    @Test
    void entries_of_the_servers_context_follow_ours_and_give_way_to_them() {
        Map<String, String> foreign = new LinkedHashMap<>();
        foreign.put("mdc_user", "ola");
        foreign.put("request_id", "other");
        foreign.put("attempt", "9");

        assertThat(Encoding.line(
                        Encoding.ENCODER,
                        Records.own("e", LogContext.empty().with("request_id", "r1"), LogContext.empty(), "attempt", 1),
                        foreign))
                .isEqualTo("{\"request_id\":\"r1\",\"mdc_user\":\"ola\",\"attempt\":1,\"event\":\"e\"," + TAIL);
    }

    @Test
    void fields_that_would_take_the_lines_own_keys_are_renamed() {
        LogRecord record = Records.own(
                "e",
                LogContext.empty().with("level", "x"),
                LogContext.empty(),
                "event",
                1,
                "logger",
                2,
                "timestamp",
                3,
                "exception",
                4,
                "event_",
                5);

        assertThat(Encoding.line(record))
                .isEqualTo(
                        "{\"level_\":\"x\",\"logger_\":2,\"timestamp_\":3,\"exception_\":4,\"event_\":5,\"event\":\"e\","
                                + TAIL);
    }

    @Test
    void secrets_are_redacted_by_key_and_by_pattern_wherever_they_stand() {
        LogRecord record = Records.own(
                "mail to ola@example.no",
                LogContext.empty().with("api_key", "k-123"),
                LogContext.empty().with("note", "Bearer abcdef"),
                "password",
                List.of("a"),
                "nested",
                Map.of("token", "t"));

        assertThat(Encoding.line(record))
                .isEqualTo("{\"api_key\":\"[redacted]\",\"note\":\"Bearer [redacted]\",\"password\":\"[redacted]\","
                        + "\"nested\":{\"token\":\"[redacted]\"},\"event\":\"mail to [redacted]\","
                        + TAIL);
    }

    @Test
    void redaction_can_be_switched_off() {
        LineEncoder open = new LineEncoder(Redaction.none(), Encoding.LIMITS);
        LogContext context = LogContext.empty().with("token", "t");
        LogRecord record = Records.own("a@b.no", context, LogContext.empty());

        assertThat(Encoding.line(record)).doesNotContain("\"t\"", "a@b.no");
        assertThat(Encoding.line(open, record, Map.of())).contains("\"token\":\"t\"", "a@b.no");
    }

    @Test
    void the_exception_is_a_structure_with_its_causes_and_what_they_share() {
        RuntimeException cause = new IllegalArgumentException("no such address");
        cause.setStackTrace(frames("no.abakus.Smtp.connect", "no.abakus.Mailer.send", "no.abakus.Main.main"));
        RuntimeException thrown = new IllegalStateException("for ola@example.no", cause);
        thrown.setStackTrace(frames("no.abakus.Mailer.fail", "no.abakus.Mailer.send", "no.abakus.Main.main"));
        thrown.addSuppressed(new FramelessException());
        LogRecord record = Records.own("mail_failed");
        record.setThrown(thrown);

        assertThat(Encoding.line(record))
                .isEqualTo("{\"event\":\"mail_failed\"," + TAIL.replace("}\n", "")
                        + ",\"exception\":{\"type\":\"java.lang.IllegalStateException\",\"message\":\"for [redacted]\","
                        + "\"frames\":[" + FRAME.formatted("Mailer", "fail", "Mailer", 10) + ","
                        + FRAME.formatted("Mailer", "send", "Mailer", 11) + ","
                        + FRAME.formatted("Main", "main", "Main", 12) + "],"
                        + "\"suppressed\":[{\"type\":\"no.abakus.logging.json.LineEncoderTest$FramelessException\","
                        + "\"message\":null,\"frames\":[]}],"
                        + "\"causes\":[{\"type\":\"java.lang.IllegalArgumentException\",\"message\":\"no such address\","
                        + "\"frames\":[" + FRAME.formatted("Smtp", "connect", "Smtp", 10)
                        + "],\"frames_in_common\":2}]}}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "100, debug",
        "400, debug",
        "700, debug",
        "800, info",
        "850, info",
        "900, warning",
        "1000, error",
        "1100, critical",
        "2147483647, critical"
    })
    void levels_of_any_framework_get_one_of_five_names(int value, String name) {
        LogRecord record = Records.foreign(new OtherLevel(value), "m");

        assertThat(Encoding.parsed(record).get("level").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T18:17:27Z, 2026-11-22T18:17:27.000000Z",
        "2026-11-22T18:17:27.9999999Z, 2026-11-22T18:17:27.999999Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500000Z",
        "2028-02-29T00:00:00.000001Z, 2028-02-29T00:00:00.000001Z"
    })
    void the_timestamp_always_has_six_decimals(Instant time, String text) {
        LogRecord record = Records.own("e");
        record.setInstant(time);

        assertThat(Encoding.parsed(record).get("timestamp").asText()).isEqualTo(text);
    }

    @Test
    void a_record_without_message_and_logger_is_a_line() {
        LogRecord record = Records.foreign(Level.INFO, null);
        record.setLoggerName(null);

        JsonNode line = Encoding.parsed(record);

        assertThat(line.get("event").isNull()).isTrue();
        assertThat(line.get("logger").asText()).isEmpty();
    }

    @Test
    void a_context_is_encoded_as_it_was_at_its_first_line() {
        Map<String, Object> changing = new HashMap<>(Map.of("a", 1));
        LogContext context = LogContext.empty().with("map", changing);
        String first = Encoding.line(Records.own("e", context, LogContext.empty()));
        changing.put("b", 2);

        assertThat(Encoding.line(Records.own("e", context, LogContext.empty()))).isEqualTo(first);
    }

    private static StackTraceElement[] frames(String... names) {
        StackTraceElement[] frames = new StackTraceElement[names.length];
        for (int i = 0; i < names.length; i++) {
            int dot = names[i].lastIndexOf('.');
            String type = names[i].substring(0, dot);
            String file = type.substring(type.lastIndexOf('.') + 1) + ".java";
            frames[i] = new StackTraceElement(type, names[i].substring(dot + 1), file, 10 + i);
        }
        return frames;
    }

    private static final class FramelessException extends Exception {
        FramelessException() {
            super(null, null, false, false);
        }
    }

    private static final class OtherLevel extends Level {
        OtherLevel(int value) {
            super("OTHER", value);
        }
    }
}
