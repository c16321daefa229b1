package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;

/** Names that recur look the same the tenth time as the first. */
class KnownTextsTest {
    private static final int TIMES = 5;

    private final LineEncoder encoder = new LineEncoder(Redaction.standard(), Encoding.LIMITS);

    @Test
    void a_name_looks_the_same_however_often_it_has_come() {
        LogRecord record = Records.own("sent \"it\" to ola@example.no\n");
        record.setLoggerName("no.abakus.\u2028Mailer");
        String first = Encoding.line(encoder, record, Map.of());

        for (int i = 0; i < TIMES; i++) {
            assertThat(Encoding.line(encoder, record, Map.of())).isEqualTo(first);
        }
        assertThat(first).contains("\"sent \\\"it\\\" to [redacted]\\n\"").contains("no.abakus.\\u2028Mailer");
    }

    @Test
    void names_that_meet_in_one_place_are_not_mistaken_for_one_another() {
        // Both have the same hash code.
        LogRecord one = Records.own("event_Aa");
        LogRecord other = Records.own("event_BB");

        for (int i = 0; i < TIMES; i++) {
            assertThat(Encoding.line(encoder, one, Map.of())).contains("\"event\":\"event_Aa\"");
            assertThat(Encoding.line(encoder, other, Map.of())).contains("\"event\":\"event_BB\"");
        }
    }

    @Test
    void a_name_that_was_cut_for_want_of_room_is_whole_where_there_is_room() {
        LineEncoder tight = new LineEncoder(Redaction.none(), new Limits(4096, 8192, 100, 8, 50));
        String name = "n".repeat(120);
        LogRecord full = Records.own(name, "large", "x".repeat(2950), "more", "\u0001".repeat(12));
        for (int i = 0; i < TIMES; i++) {
            Encoding.parsed(Encoding.line(tight, full, Map.of()));
        }

        assertThat(Encoding.line(tight, Records.own(name), Map.of())).contains("\"event\":\"" + name + "\"");
    }
}
