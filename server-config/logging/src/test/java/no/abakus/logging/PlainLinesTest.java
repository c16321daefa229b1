package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** What a server that does not know our events shows. */
class PlainLinesTest {
    private static final LogContext REQUEST = LogContext.empty().with("request_id", "r-1");

    @Test
    void context_bound_fields_and_fields_follow_the_event() {
        LogEvent event =
                new LogEvent("mail_sent", REQUEST, LogContext.empty().with("queue", "mail"), new Object[] {"n", 3});

        assertThat(PlainLines.text(event)).isEqualTo("mail_sent request_id=r-1 queue=mail n=3");
    }

    @Test
    void a_value_stays_one_value_on_one_line() {
        assertThat(PlainLines.text(event("subject", "a b=\"c\"\nINFO forged", "empty", "")))
                .isEqualTo("mail_sent request_id=r-1 subject=\"a b=\\\"c\\\"\\nINFO forged\" empty=\"\"");
    }

    @Test
    void secrets_are_hidden() {
        assertThat(PlainLines.text(event("password", "hunter2"))).doesNotContain("hunter2");
    }

    @Test
    void a_value_that_cannot_be_read_and_one_that_is_too_long_do_not_break_the_line() {
        Object unreadable = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };

        assertThat(PlainLines.text(event("bad", unreadable, "last", 1)))
                .contains("[unreadable ")
                .endsWith(" last=1");
        assertThat(PlainLines.text(event("long", "x".repeat(5_000))))
                .hasSizeLessThan(1_100)
                .endsWith("…");
    }

    @Test
    void a_servers_formatter_shows_braces_and_apostrophes_as_they_are() {
        LogEvent event = event("pattern", "{0}_it's_{1}");
        LogRecord record = new LogRecord(Level.INFO, event.event());
        record.setParameters(new Object[] {event});

        PlainLines.write(record, event);

        String shown = "mail_sent request_id=r-1 pattern={0}_it's_{1}";
        assertThat(new MessageFormatter().formatMessage(record)).isEqualTo(shown);
        assertThat(ExtLogRecord.wrap(record).getFormattedMessage()).isEqualTo(shown);
        assertThat(LogEvent.of(record)).isSameAs(event);
    }

    @Test
    void a_plain_text_is_the_message_itself() {
        LogEvent event = event("n", 3);
        LogRecord record = new LogRecord(Level.INFO, event.event());
        record.setParameters(new Object[] {event});

        PlainLines.write(record, event);

        assertThat(record.getMessage()).isEqualTo("mail_sent request_id=r-1 n=3");
        assertThat(ExtLogRecord.wrap(record).getFormattedMessage()).isEqualTo(record.getMessage());
    }

    @Test
    void this_modules_classes_are_of_one_level() {
        assertThat(LoggingApi.loaded()).isEqualTo(LoggingApi.LEVEL);
    }

    private static LogEvent event(Object... fields) {
        return new LogEvent("mail_sent", REQUEST, LogContext.empty(), fields);
    }

    private static final class MessageFormatter extends Formatter {
        @Override
        public String format(LogRecord record) {
            return formatMessage(record);
        }
    }
}
