package no.abakus.logging.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.Records;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class ContextCaptureTest {
    private final ServerLines lines = TakenLines.lines();
    private final ContextCapture capture = new ContextCapture(lines);

    @Test
    void a_line_formatted_on_another_thread_has_the_context_and_message_of_the_one_that_logged() throws Exception {
        LogRecord plain = Records.foreign(Level.INFO, "{0} is 100 %", "this");
        ExtLogRecord printf = printf("%s is 100 %%", "this");

        for (LogRecord record : new LogRecord[] {plain, printf}) {
            JsonNode line = publishedElsewhere(record);

            assertThat(line.get("request_id").asText()).isEqualTo("r1");
            assertThat(line.get("event").asText()).isEqualTo("this is 100 %");
        }
    }

    @Test
    void the_servers_own_formatters_print_what_they_printed_before() {
        ExtLogRecord noParameters =
                new ExtLogRecord(Level.INFO, "100 % {0}", ExtLogRecord.FormatStyle.PRINTF, "third.Party");
        capture.isLoggable(noParameters);
        assertThat(new PatternFormatter("%m").format(noParameters)).isEqualTo("100 % {0}");

        ExtLogRecord printf = printf("%s is 100 %%", "this");
        capture.isLoggable(printf);
        assertThat(new PatternFormatter("%m").format(printf)).isEqualTo("this is 100 %");

        LogRecord plain = Records.foreign(Level.INFO, "{0} is on", "this");
        capture.isLoggable(plain);
        assertThat(new SimpleFormatter().formatMessage(plain)).isEqualTo("this is on");
    }

    @Test
    void an_event_of_ours_is_left_as_it_is() {
        LogRecord record = Records.own("e", "k", 1);
        Object[] parameters = record.getParameters();

        assertThat(capture.isLoggable(record)).isTrue();
        assertThat(record.getParameters()).isSameAs(parameters);
    }

    @Test
    void capturing_twice_keeps_the_first_context() throws Exception {
        LogRecord record = Records.foreign(Level.INFO, "m");
        try (LogScope scope = LogContext.bind("request_id", "r0")) {
            capture.isLoggable(record);
        }

        assertThat(publishedElsewhere(record).get("request_id").asText()).isEqualTo("r0");
    }

    private JsonNode publishedElsewhere(LogRecord record) throws Exception {
        TakenLines stdout = new TakenLines();
        JsonHandler handler = new JsonHandler(lines, stdout);
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            capture.isLoggable(record);
        }
        ExecutorService pump = Executors.newSingleThreadExecutor();
        try {
            pump.submit(() -> handler.publish(record)).get();
        } finally {
            pump.shutdown();
        }
        return stdout.only();
    }

    private static ExtLogRecord printf(String message, Object... parameters) {
        ExtLogRecord record = new ExtLogRecord(Level.INFO, message, ExtLogRecord.FormatStyle.PRINTF, "third.Party");
        record.setParameters(parameters);
        return record;
    }
}
