package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import no.abakus.logging.testing.CapturedEvent;
import no.abakus.logging.testing.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The mistakes with logs in the system that inspired this project, by the numbers of the list in the README. The tests
 * of the encoder and the handlers cover the shape of lines, those of the filter cover requests, and those of the task
 * system cover tasks.
 */
class LegoFootgunsTest {
    private static final Log LOG = Log.get();

    @RegisterExtension
    final LogCapture logs = LogCapture.of(LegoFootgunsTest.class);

    @Test
    void footgun_04_a_unit_of_work_without_a_context_of_its_own_does_not_log_the_one_before() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.execute(LogContext.empty().with("current_user", "ola").wrap(() -> LOG.info("first")));
            pool.execute(() -> LOG.info("second"));
            await(pool);

            assertThat(logs.only("first").get("current_user")).isEqualTo("ola");
            assertThat(logs.only("second").fields()).isEmpty();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void footgun_05_a_scope_ends_also_when_its_work_fails_and_brings_back_what_was_before() {
        try (LogScope request = LogContext.bind("request_id", "r1")) {
            LogContext before = LogContext.current();
            try (LogScope task = LogContext.bind("task_id", "t1")) {
                throw new IllegalStateException("boom");
            } catch (IllegalStateException expected) {
                assertThat(LogContext.current()).isEqualTo(before);
            }
        }
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void footgun_08_and_09_work_called_within_work_adds_to_the_context_and_takes_nothing_from_it() {
        try (LogScope outer = LogContext.bind("request_id", "r1", "task_id", "outer")) {
            try (LogScope inner = LogContext.bind("task_id", "inner")) {
                LOG.info("within");
            }
            LOG.info("after");
        }

        assertThat(logs.only("within").fields()).isEqualTo(Map.of("request_id", "r1", "task_id", "inner"));
        assertThat(logs.only("after").fields()).isEqualTo(Map.of("request_id", "r1", "task_id", "outer"));
    }

    @Test
    void footgun_13_and_16_an_exception_is_a_parameter_and_cannot_be_mistyped_as_a_key() {
        IllegalStateException thrown = new IllegalStateException("boom");

        LOG.error("push_failed", thrown, "attempt", 1);
        LOG.exception("mail_failed", thrown);

        assertThat(logs.only("push_failed").thrown()).isSameAs(thrown);
        assertThat(logs.only("mail_failed").thrown()).isSameAs(thrown);
    }

    @Test
    void footgun_14_and_15_secrets_and_personal_numbers_are_not_seen_however_deep_they_are() {
        Object mail = Redaction.standard()
                .value(
                        "mail",
                        Map.of(
                                "to",
                                List.of("ola@example.no"),
                                "reset_token",
                                "t-1",
                                "body",
                                "see eyJhbGciOi.eyJzdWIi.x"));

        assertThat(mail.toString()).doesNotContain("ola@", "t-1", "eyJhbGciOi");
    }

    @Test
    void footgun_17_whoever_exports_errors_sees_the_exception_itself() {
        IllegalStateException thrown = new IllegalStateException("boom");

        LOG.error("failed", thrown);

        CapturedEvent event = logs.only("failed");
        assertThat(event.thrown()).isSameAs(thrown);
        assertThat(event.thrown().getStackTrace()).isNotEmpty();
    }

    @Test
    void footgun_21_a_logger_that_no_configuration_names_is_not_silent() {
        assertThat(Log.get("no.abakus.tpyo").isInfoEnabled()).isTrue();
        assertThat(Log.get("no.abakus.tpyo").isErrorEnabled()).isTrue();
    }

    @Test
    void footgun_22_a_context_goes_with_the_work_and_changes_in_one_place_are_not_seen_in_the_other() throws Exception {
        ExecutorService pool = LogContext.carrying(Executors.newSingleThreadExecutor());
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            CompletableFuture<Void> work = CompletableFuture.runAsync(
                    () -> {
                        LogContext.put("step", 2);
                        LOG.info("elsewhere");
                    },
                    pool);
            work.get(10, TimeUnit.SECONDS);
            LOG.info("here");
        } finally {
            pool.shutdown();
        }

        assertThat(logs.only("elsewhere").fields()).isEqualTo(Map.of("request_id", "r1", "step", 2));
        assertThat(logs.only("here").fields()).isEqualTo(Map.of("request_id", "r1"));
    }

    @Test
    void footgun_28_what_is_logged_can_be_tested() {
        LOG.info("seen", "count", 3);

        logs.assertLogged("seen", "count", 3);
        logs.assertNothingFrom("warning");
    }

    @Test
    void footgun_30_a_setting_that_cannot_be_read_is_reported_with_what_would_be_valid() {
        System.setProperty(LoggingSetting.FORMAT.key(), "xml");
        try {
            assertThat(LoggingSetting.FORMAT.problem())
                    .isEqualTo(
                            "abakus.logging.format is 'xml' but has to be one of abakus, ecs, otel, gcp, logfmt, console;"
                                    + " abakus is used instead");
        } finally {
            System.clearProperty(LoggingSetting.FORMAT.key());
        }
    }

    @Test
    void footgun_31_values_stand_in_fields_even_where_the_event_is_written_as_a_sentence() {
        LOG.log(Level.INFO, "sent {} of {}", 3, 5, "queue", "mail");

        CapturedEvent event = logs.only("sent 3 of 5");
        assertThat(event.fields()).isEqualTo(Map.of("queue", "mail"));
    }

    private static void await(ExecutorService pool) {
        CompletableFuture.runAsync(() -> {}, pool)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
