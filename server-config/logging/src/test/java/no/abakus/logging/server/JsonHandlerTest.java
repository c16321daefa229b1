package no.abakus.logging.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.Records;
import no.abakus.logging.output.Outputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonHandlerTest {
    private final Logger logger = Logger.getLogger("json-handler-test");
    private final Log log = Log.get("json-handler-test");
    private final TakenLines stdout = new TakenLines();
    private final JsonHandler handler = new JsonHandler(TakenLines.lines(), stdout);

    @BeforeEach
    void attach() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void detach() {
        logger.removeHandler(handler);
    }

    @Test
    void an_event_of_ours_and_a_message_of_others_carry_the_context() {
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            log.info("mail_sent", "to", 3);
            logger.log(Level.WARNING, "{0} of {1} failed", new Object[] {1, "many"});
        }

        List<JsonNode> lines = stdout.parsed();
        assertThat(lines.get(0).get("event").asText()).isEqualTo("mail_sent");
        assertThat(lines.get(0).get("to").intValue()).isEqualTo(3);
        assertThat(lines.get(1).get("event").asText()).isEqualTo("1 of many failed");
        assertThat(lines).allMatch(line -> line.get("request_id").asText().equals("r1"));
        assertThat(lines).allMatch(line -> line.get("logger").asText().equals("json-handler-test"));
    }

    @Test
    void a_record_below_the_handlers_level_is_not_written() {
        handler.setLevel(Level.SEVERE);

        log.info("ignored");

        assertThat(stdout.text()).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_formatted_is_written_as_it_is() {
        Object throwing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("boom");
            }
        };

        logger.log(Level.INFO, "got {0}", throwing);

        assertThat(stdout.only().get("event").asText()).isEqualTo("got {0}");
    }

    @Test
    void lines_of_many_threads_do_not_mix_and_each_has_its_own_context() throws Exception {
        int threads = 8;
        int lines = 500;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            writers.add(() -> {
                for (int i = 0; i < lines; i++) {
                    try (LogScope scope = LogContext.bind("thread", number)) {
                        log.info("line", "sender", number, "i", i, "padding", "x".repeat(i % 97 * 40));
                    }
                }
                return null;
            });
        }
        try {
            for (Future<Void> done : executor.invokeAll(writers)) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }

        List<JsonNode> written = stdout.parsed();
        assertThat(written).hasSize(threads * lines);
        assertThat(written).allMatch(line -> line.get("thread").equals(line.get("sender")));
        assertThat(written.stream()
                        .map(line -> line.get("sender") + "/" + line.get("i"))
                        .distinct())
                .hasSize(threads * lines);
    }

    @Test
    void a_stdout_that_is_gone_is_reported_and_never_thrown() {
        List<String> reports = new ArrayList<>();
        JsonHandler broken = new JsonHandler(TakenLines.lines(), Outputs.blocking((bytes, length) -> {
            throw new IOException("closed");
        }));
        broken.setErrorManager(new ErrorManager() {
            @Override
            public synchronized void error(String message, Exception thrown, int code) {
                reports.add(message + ": " + thrown.getMessage());
            }
        });

        broken.publish(Records.own("e"));

        assertThat(reports).containsExactly("a log line was lost because the output cannot be written: closed");
    }

    @Test
    void the_formatter_gives_the_same_line_as_text() {
        LogRecord record = Records.own("e", "k", "blå");
        handler.publish(record);

        assertThat(new JsonFormatter(TakenLines.lines()).format(record)).isEqualTo(stdout.text());
    }
}
