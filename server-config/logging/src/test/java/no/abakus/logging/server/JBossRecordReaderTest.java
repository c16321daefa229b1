package no.abakus.logging.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JBossRecordReaderTest {
    private final TakenLines stdout = new TakenLines();
    private final JsonHandler handler = new JsonHandler(TakenLines.lines(), stdout);

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void printf_messages_are_formatted() {
        handler.publish(record(Level.ERROR, FormatStyle.PRINTF, "WFLYEJB0034: %s failed %d times", "Bean", 3));

        JsonNode line = stdout.only();
        assertThat(line.get("event").asText()).isEqualTo("WFLYEJB0034: Bean failed 3 times");
        assertThat(line.get("level").asText()).isEqualTo("error");
    }

    @Test
    void messages_without_format_keep_their_percent_signs_and_braces() {
        handler.publish(record(Level.WARN, FormatStyle.NO_FORMAT, "100 % {0}", "unused"));

        assertThat(stdout.only().get("event").asText()).isEqualTo("100 % {0}");
    }

    @Test
    void a_printf_message_with_the_wrong_arguments_is_written_as_it_is() {
        handler.publish(record(Level.INFO, FormatStyle.PRINTF, "%d items", "three"));

        assertThat(stdout.only().get("event").asText()).isEqualTo("%d items");
    }

    @Test
    void entries_of_the_mdc_are_fields_after_the_context() {
        MDC.put("slf4j_user", "ola");
        MDC.put("password", "hunter2");
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            handler.publish(record(Level.FATAL, FormatStyle.NO_FORMAT, "m"));
        }

        assertThat(stdout.text()).startsWith("{\"request_id\":\"r1\",");
        assertThat(stdout.only().get("slf4j_user").asText()).isEqualTo("ola");
        assertThat(stdout.only().get("password").asText()).isEqualTo("[redacted]");
        assertThat(stdout.only().get("level").asText()).isEqualTo("critical");
    }

    private static ExtLogRecord record(
            java.util.logging.Level level, FormatStyle style, String message, Object... parameters) {
        ExtLogRecord record = new ExtLogRecord(level, message, style, "third.Party");
        record.setLoggerName("third.party");
        record.setParameters(parameters);
        return record;
    }
}
