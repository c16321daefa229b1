package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;

/** Each type of value, and the values that misbehave. */
class ValuesTest {
    @Test
    void types_that_json_has_stay_and_others_become_text() {
        assertThat(value(7)).isEqualTo("7");
        assertThat(value(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(value((short) -1)).isEqualTo("-1");
        assertThat(value(new AtomicLong(5))).isEqualTo("5");
        assertThat(value(0.1)).isEqualTo("0.1");
        assertThat(value(-0.0)).isEqualTo("-0.0");
        assertThat(value(-12.050)).isEqualTo("-12.05");
        assertThat(value(1.5f)).isEqualTo("1.5");
        assertThat(value(Double.NaN)).isEqualTo("\"NaN\"");
        assertThat(value(Float.NEGATIVE_INFINITY)).isEqualTo("\"-Infinity\"");
        assertThat(value(new BigDecimal("1.10"))).isEqualTo("1.10");
        assertThat(value(BigInteger.TEN.pow(20))).isEqualTo("100000000000000000000");
        assertThat(value(false)).isEqualTo("false");
        assertThat(value(null)).isEqualTo("null");
        assertThat(value('c')).isEqualTo("\"c\"");
        assertThat(value(DayOfWeek.MONDAY)).isEqualTo("\"MONDAY\"");
        assertThat(value(Duration.ofSeconds(90))).isEqualTo("\"PT1M30S\"");
        assertThat(value(new UUID(0, 1))).isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
        assertThat(value("hei".getBytes(StandardCharsets.UTF_8))).isEqualTo("\"aGVp\"");
        assertThat(value(Optional.of(3))).isEqualTo("3");
        assertThat(value(Optional.empty())).isEqualTo("null");
        assertThat(value(OptionalInt.of(4))).isEqualTo("4");
        assertThat(value(new int[] {1, 2})).isEqualTo("[1,2]");
        assertThat(value(new Object[] {"a", null})).isEqualTo("[\"a\",null]");
        assertThat(value(List.of(Map.of("k", 1)))).isEqualTo("[{\"k\":1}]");
    }

    @Test
    void non_ascii_text_stays_readable() {
        assertThat(value("blåbærsyltetøy 🫐")).isEqualTo("\"blåbærsyltetøy 🫐\"");
        assertThat(value("half \ud800 of it")).isEqualTo("\"half \\ufffd of it\"");
    }

    @Test
    void a_number_type_of_ones_own_cannot_break_the_line() {
        Number odd = new BigDecimal("1") {
            @Override
            public String toString() {
                return "} oops";
            }
        };

        assertThat(value(odd)).isEqualTo("\"} oops\"");
    }

    @Test
    void keys_that_look_the_same_as_text_do_not_double() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(1, "number");
        map.put("1", "text");
        map.put(null, "nothing");

        assertThat(value(map)).isEqualTo("{\"1\":\"number\",\"!duplicate_2\":\"text\",\"null\":\"nothing\"}");
    }

    @Test
    void long_texts_are_cut_and_say_by_how_much() {
        String shown = Encoding.parsed(Records.own("e", "value", "x".repeat(1_000_000)))
                .get("value")
                .asText();

        assertThat(shown).hasSize(8192 + "…[+991808 chars]".length()).endsWith("…[+991808 chars]");
    }

    @Test
    void a_secret_at_the_cut_is_not_shown_by_halves() {
        String text = "x".repeat(8180) + " ola.nordmann@example.no and more " + "y".repeat(5000);

        assertThat(Encoding.line(Records.own("e", "value", text))).doesNotContain("ola.nord");
    }

    @Test
    void large_collections_maps_and_arrays_are_cut_and_say_by_how_much() {
        assertThat(parsed(Collections.nCopies(250, 1)).get(100).asText()).isEqualTo("…[+150 elements]");
        assertThat(parsed(new int[101]).get(100).asText()).isEqualTo("…[+1 elements]");
        Map<Integer, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < 120; i++) {
            map.put(i, i);
        }
        assertThat(parsed(map).get("!more").intValue()).isEqualTo(20);
        assertThat(parsed(new byte[100_000]).asText()).endsWith("bytes]");
    }

    @Test
    void deep_nesting_ends() {
        Object deep = "bottom";
        for (int i = 0; i < 20; i++) {
            deep = List.of(deep);
        }

        assertThat(value(deep)).isEqualTo("[[[[[[[[\"[deeper than 8 levels]\"]]]]]]]]");
    }

    @Test
    void values_that_misbehave_are_named_and_the_rest_of_the_line_stays() {
        LogRecord record = Records.own(
                "e",
                "cycle",
                HostileValues.cycle(),
                "throwing",
                new HostileValues.Throwing(),
                "endless",
                new HostileValues.Endless(),
                "overflowing",
                new HostileValues.Overflowing(),
                "within",
                List.of(1, new HostileValues.Throwing(), 3),
                "good",
                1);

        JsonNode line = Encoding.parsed(record);

        assertThat(line.get("cycle").get(1).asText()).isEqualTo("[cycle]");
        assertThat(line.get("throwing").asText())
                .isEqualTo(
                        "[unreadable " + HostileValues.Throwing.class.getName() + ": java.lang.IllegalStateException]");
        assertThat(line.get("endless").asText()).contains("UnsupportedOperationException");
        assertThat(line.get("overflowing").asText()).contains("StackOverflowError");
        assertThat(line.get("within").get(2).intValue()).isEqualTo(3);
        assertThat(line.get("good").intValue()).isEqualTo(1);
    }

    @Test
    void exceptions_that_misbehave_are_still_written() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        first.addSuppressed(second);
        RuntimeException silent = new RuntimeException("never seen") {
            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        };
        LogRecord record = Records.own("e", "silent", silent);
        record.setThrown(first);

        JsonNode line = Encoding.parsed(record);

        assertThat(line.get("exception").get("message").asText()).isEqualTo("first");
        assertThat(line.get("exception").get("suppressed").get(0).get("message").asText())
                .isEqualTo("second");
        assertThat(line.get("silent").get("message").asText())
                .isEqualTo("[unreadable: java.lang.IllegalStateException]");
    }

    @Test
    void frames_beyond_the_limit_are_counted() {
        Exception deep = new Exception("deep");
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            frames.add(new StackTraceElement("a.B", "m", null, -1));
        }
        deep.setStackTrace(frames.toArray(StackTraceElement[]::new));
        LogRecord record = Records.own("e");
        record.setThrown(deep);

        JsonNode exception = Encoding.parsed(record).get("exception");

        assertThat(exception.get("frames")).hasSize(50);
        assertThat(exception.get("frames").get(0).toString()).isEqualTo("{\"class\":\"a.B\",\"method\":\"m\"}");
        assertThat(exception.get("frames_omitted").intValue()).isEqualTo(30);
    }

    @Test
    void a_value_that_would_make_the_line_too_long_is_reduced_and_the_others_stay() {
        LogRecord record =
                Records.own("e", "before", 1, "large", Collections.nCopies(100, "x".repeat(2000)), "after", 2);

        JsonNode line = Encoding.parsed(record);

        assertThat(line.get("large")).hasSize(11);
        assertThat(line.get("before").intValue() + line.get("after").intValue()).isEqualTo(3);
    }

    @Test
    void too_many_fields_are_dropped_and_counted() {
        Object[] fields = new Object[20_000];
        for (int i = 0; i < fields.length; i += 2) {
            fields[i] = "key" + i;
            fields[i + 1] = i;
        }

        JsonNode line = Encoding.parsed(Records.own("e", fields));

        assertThat(line.get("!dropped_fields").intValue()).isPositive();
        assertThat(line.size() - 5 + line.get("!dropped_fields").intValue()).isEqualTo(10_000);
    }

    @Test
    void a_value_that_logs_while_it_is_logged_disturbs_nothing() {
        StringBuilder inner = new StringBuilder();
        Object talkative = new Object() {
            @Override
            public String toString() {
                inner.append(Encoding.line(Records.own("inner", "k", "v")));
                return "done";
            }
        };

        String outer = Encoding.line(Records.own("outer", "first", 1, "talkative", talkative));

        assertThat(Encoding.parsed(inner.toString()).get("event").asText()).isEqualTo("inner");
        assertThat(Encoding.parsed(outer).get("talkative").asText()).isEqualTo("done");
        assertThat(Encoding.parsed(outer).get("first").intValue()).isEqualTo(1);
    }

    @Test
    void a_value_that_logs_itself_ends_too() {
        LogRecord[] record = new LogRecord[1];
        Object selfish = new Object() {
            @Override
            public String toString() {
                return Encoding.line(record[0]);
            }
        };
        record[0] = Records.own("e", "selfish", selfish, "good", 1);

        assertThat(Encoding.parsed(record[0]).get("good").intValue()).isEqualTo(1);
    }

    /** Returns the text of a field's value as it is in the line. */
    private static String value(Object value) {
        String line = Encoding.line(
                new LineEncoder(Redaction.none(), Encoding.LIMITS), Records.own("e", "value", value), Map.of());
        Encoding.parsed(line);
        return line.substring("{\"value\":".length(), line.indexOf(",\"event\":\"e\""));
    }

    private static JsonNode parsed(Object value) {
        return Encoding.parsed(Records.own("e", "value", value)).get("value");
    }

    @Test
    void an_exception_can_be_an_object_with_textual_frames_or_one_text() {
        LogRecord record = no.abakus.logging.Records.own("e");
        IllegalStateException thrown = new IllegalStateException("for ola@example.no");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "m", "B.java", 3)});
        record.setThrown(thrown);

        assertThat(shaped(ExceptionShape.LINES, record)
                        .at("/exception/frames/0")
                        .asText())
                .isEqualTo("a.B.m(B.java:3)");
        assertThat(shaped(ExceptionShape.TEXT, record).get("exception").asText())
                .isEqualTo("java.lang.IllegalStateException: for [redacted]\n\tat a.B.m(B.java:3)\n");
    }

    @Test
    void sensitive_values_are_hidden_within_lines() {
        JsonNode line = Encoding.parsed(no.abakus.logging.Records.own("e", "login", new Login("ola", "1234")));

        assertThat(line.get("login").toString()).isEqualTo("{\"user\":\"ola\",\"pin\":\"[redacted]\"}");
    }

    private static JsonNode shaped(ExceptionShape shape, LogRecord record) {
        LineEncoder encoder = new LineEncoder(no.abakus.logging.Redaction.standard(), Encoding.LIMITS, shape);
        return Encoding.parsed(Encoding.line(encoder, record, Map.of()));
    }

    private record Login(String user, @no.abakus.logging.Sensitive String pin) {}
}
