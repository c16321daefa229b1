package no.abakus.logging.slf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.logging.Level;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.testing.CapturedEvent;
import no.abakus.logging.testing.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.spi.MDCAdapter;

/** SLF4J itself chooses its binding once per process; here the binding is asked for its loggers directly. */
class Slf4jLogsTest {
    private static final String NAME = "third.party.slf4j";

    @RegisterExtension
    final LogCapture logs = LogCapture.of(NAME);

    private final Slf4jLogs binding = new Slf4jLogs();
    private final Logger logger;
    private final MDCAdapter mdc;

    Slf4jLogsTest() {
        binding.initialize();
        logger = binding.getLoggerFactory().getLogger(NAME);
        mdc = binding.getMDCAdapter();
    }

    @Test
    void key_values_are_fields_in_their_types_and_the_message_is_without_them() {
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            logger.atWarn()
                    .addKeyValue("attempt", 2)
                    .addKeyValue("user", "Ola Nordmann")
                    .addMarker(binding.getMarkerFactory().getMarker("MAIL"))
                    .setCause(new IllegalStateException("boom"))
                    .log("{} failed with {}", "mail", "{}");
        }

        CapturedEvent event = logs.only("mail failed with {}");
        assertThat(event.fields())
                .containsExactly(
                        entry("request_id", "r1"),
                        entry("markers", List.of("MAIL")),
                        entry("attempt", 2),
                        entry("user", "Ola Nordmann"));
        assertThat(event.thrown()).hasMessage("boom");
        assertThat(event.level()).isEqualTo("warning");
    }

    @Test
    void messages_are_formatted_and_an_exception_given_last_is_the_exception() {
        logger.error("{} of {}", 1, "many", new IllegalStateException("boom"));
        logger.info("plain");

        assertThat(logs.only("1 of many").thrown()).hasMessage("boom");
        assertThat(logs.only("plain").fields()).isEmpty();
    }

    @Test
    void entries_of_the_mdc_are_fields_and_give_way_to_the_context() {
        mdc.put("seat", "12");
        mdc.put("tenant", "from the MDC");
        try (LogScope scope = LogContext.bind("tenant", "from the context")) {
            logger.info("seen");
        } finally {
            mdc.clear();
        }

        assertThat(logs.only("seen").get("seat")).isEqualTo("12");
        assertThat(logs.only("seen").get("tenant")).isEqualTo("from the context");
    }

    @Test
    void a_level_that_is_off_writes_nothing_and_says_so() {
        java.util.logging.Logger.getLogger(NAME).setLevel(Level.WARNING);
        logger.atInfo().addKeyValue("k", 1).log("off");
        logger.info("off");

        assertThat(logger.isInfoEnabled()).isFalse();
        assertThat(logger.isWarnEnabled()).isTrue();
        assertThat(logs.events()).isEmpty();
    }

    @Test
    void a_name_has_one_logger() {
        assertThat(binding.getLoggerFactory().getLogger(NAME)).isSameAs(logger);
    }
}
