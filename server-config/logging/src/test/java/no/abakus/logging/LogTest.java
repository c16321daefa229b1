package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final String NAME = LogTest.class.getName();
    private static final Log LOG = Log.get();

    @Test
    void is_named_after_the_class_that_asks() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            LOG.info("hello");

            assertThat(handler.only().getLoggerName()).isEqualTo(NAME);
            assertThat(handler.only().getSourceClassName()).isEqualTo(NAME);
        }
    }

    @Test
    void the_verbs_map_to_the_levels_a_server_configures() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            LOG.debug("e");
            LOG.info("e");
            LOG.warning("e");
            LOG.warn("e");
            LOG.error("e");
            LOG.exception("e", new IllegalStateException());
            LOG.critical("e");

            assertThat(handler.records.stream().map(r -> r.getLevel().intValue()))
                    .containsExactly(500, 800, 900, 900, 1000, 1000, 1100);
        }
    }

    @Test
    void a_disabled_level_publishes_nothing_and_says_so() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.SEVERE)) {
            LOG.debug("e", "k", 1);
            LOG.info("e");
            LOG.warning("e", new IllegalStateException());

            assertThat(handler.records).isEmpty();
            assertThat(LOG.isDebugEnabled()).isFalse();
            assertThat(LOG.isInfoEnabled()).isFalse();
            assertThat(LOG.isWarningEnabled()).isFalse();
            assertThat(LOG.isErrorEnabled()).isTrue();
            assertThat(LOG.isCriticalEnabled()).isTrue();
        }
    }

    @Test
    void an_exception_right_after_the_event_is_the_exception_of_the_line() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            IllegalStateException thrown = new IllegalStateException("boom");
            LOG.error("failed", thrown, "attempt", 2);

            LogRecord record = handler.only();
            assertThat(record.getThrown()).isSameAs(thrown);
            assertThat(LogEvent.of(record).merged().toMap()).containsExactly(entry("attempt", 2));
        }
    }

    @Test
    void an_exception_under_a_key_is_a_field() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            IllegalStateException thrown = new IllegalStateException("boom");
            LOG.warning("failed", "reason", thrown);

            assertThat(handler.only().getThrown()).isNull();
            assertThat(LogEvent.of(handler.only()).merged().toMap()).containsExactly(entry("reason", thrown));
        }
    }

    @Test
    void an_exception_given_last_without_a_key_is_the_exception_of_the_line_unless_there_is_one() {
        IllegalStateException thrown = new IllegalStateException("boom");
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            LOG.error("{} failed", "mail", "attempt", 2, thrown);

            assertThat(handler.only().getThrown()).isSameAs(thrown);
            assertThat(LogEvent.of(handler.only()).event()).isEqualTo("mail failed");
            assertThat(LogEvent.of(handler.only()).merged().toMap()).containsExactly(entry("attempt", 2));
        }
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            LOG.error("failed", new IllegalArgumentException("first"), thrown);

            assertThat(handler.only().getThrown()).hasMessage("first");
            assertThat(LogEvent.of(handler.only()).merged().toMap()).containsExactly(entry("!missing_value", thrown));
        }
    }

    @Test
    void the_context_is_the_one_at_the_moment_of_the_call() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            try (LogScope scope = LogContext.bind("request_id", "r1")) {
                LOG.info("inside");
            }
            LOG.info("outside");

            assertThat(LogEvent.of(handler.records.get(0)).context().get("request_id"))
                    .isEqualTo("r1");
            assertThat(LogEvent.of(handler.records.get(1)).context().isEmpty()).isTrue();
        }
    }

    @Test
    void bound_fields_are_on_every_event_of_the_copy_and_not_of_the_original() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            Log bound = LOG.bind("a", 1, "b", 2);
            bound.info("e", "b", 3);
            bound.unbind("a", "unknown").info("e");
            bound.newContext("c", 4).info("e");
            LOG.info("e");

            assertThat(handler.records.stream()
                            .map(r -> LogEvent.of(r).merged().toMap().toString()))
                    .containsExactly("{a=1, b=3}", "{b=2}", "{c=4}", "{}");
        }
    }

    @Test
    void mistakes_in_the_fields_are_named_in_the_event_instead_of_thrown() {
        try (RecordingHandler handler = new RecordingHandler(NAME, Level.ALL)) {
            LOG.info("e", "lonely");
            LOG.info("e", 1, 2);
            LOG.info("e", (Object[]) null);
            LOG.info(null);

            assertThat(handler.records.stream()
                            .map(r -> LogEvent.of(r).merged().toMap().toString()))
                    .containsExactly("{!missing_value=lonely}", "{!key_is_Integer=2}", "{}", "{}");
        }
    }
}
