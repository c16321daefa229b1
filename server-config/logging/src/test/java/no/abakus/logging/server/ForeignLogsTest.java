package no.abakus.logging.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogProcessor;
import no.abakus.logging.LogScope;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import no.abakus.logging.json.Limits;
import no.abakus.logging.json.LineEncoder;
import no.abakus.logging.process.ProcessorChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loggers that are not ours. */
class ForeignLogsTest {
    private static final String NAME = "third.party.foreign";

    private final TakenLines stdout = new TakenLines();
    private final JsonHandler handler = new JsonHandler(TakenLines.lines(), stdout);
    private final Logger logger = Logger.getLogger(NAME);

    /**
     * JBoss LogManager, on the class path but not in charge, complains about that in the first logger that is
     * requested.
     */
    @BeforeAll
    static void let_it_complain_elsewhere() {
        System.getLogger("no.abakus.first");
    }

    @BeforeEach
    void attach() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void detach() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    void footgun_19_loggers_of_others_write_the_same_lines_with_the_context() {
        System.Logger system = System.getLogger(NAME);
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            system.log(System.Logger.Level.WARNING, "{0} of {1}", 1, "many");
            system.log(System.Logger.Level.ERROR, "failed", new IllegalStateException("boom"));
        }

        List<JsonNode> lines = stdout.parsed();
        assertThat(lines.get(0).get("event").asText()).isEqualTo("1 of many");
        assertThat(lines.get(0).get("level").asText()).isEqualTo("warning");
        assertThat(lines.get(1).get("level").asText()).isEqualTo("error");
        assertThat(lines.get(1).at("/exception/message").asText()).isEqualTo("boom");
        assertThat(lines).allMatch(line -> line.get("request_id").asText().equals("r1"));
    }

    @Test
    void the_level_of_a_logger_can_be_changed_while_it_runs() {
        logger.log(Level.FINE, "before");
        LogControl.level(NAME, "debug");
        logger.log(Level.FINE, "during");
        LogControl.level(NAME, null);
        logger.log(Level.FINE, "after");

        assertThat(stdout.only().get("event").asText()).isEqualTo("during");
    }

    @Test
    void processors_see_the_messages_of_others_and_may_drop_or_change_them() {
        TakenLines output = new TakenLines();
        LogProcessor processor = draft -> {
            draft.put("tenant", "a");
            draft.rename("request_id", "correlation_id");
            return !draft.event().startsWith("noise");
        };
        ServerLines lines = new ServerLines(
                new LineEncoder(Redaction.standard(), new Limits(65_536, 8192, 100, 8, 50)),
                RecordReader.forThisServer(),
                new ProcessorChain(List.of(processor)),
                SettingsReport.ofThisProcess());
        JsonHandler processing = new JsonHandler(lines, output);
        LogRecord noise = Records.foreign(Level.INFO, "noise {0}", 1);
        LogRecord kept = Records.foreign(Level.INFO, "news for ola@example.no");
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            processing.publish(noise);
            processing.publish(kept);
        }

        assertThat(output.text())
                .isEqualTo(
                        "{\"tenant\":\"a\",\"correlation_id\":\"r1\",\"event\":\"news for [redacted]\","
                                + "\"logger\":\"third.party\",\"level\":\"info\",\"timestamp\":\"2026-11-22T18:17:27.000042Z\"}\n");
    }

    @Test
    void a_handler_can_be_told_another_format_while_it_runs() {
        handler.setFormat("logfmt");
        logger.info("hello");

        assertThat(stdout.text()).contains(" level=info logger=third.party.foreign event=hello\n");
        assertThat(handler.getFormat()).isEqualTo("logfmt");
    }
}
