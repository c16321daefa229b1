package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import no.abakus.logging.LogContext;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;

/** What must hold for every event, whatever is in it. */
@Tag("long")
class LineEncoderPropertiesTest {
    private static final LineEncoder OPEN = new LineEncoder(Redaction.none(), Encoding.LIMITS);

    @Property(tries = 500)
    void any_event_is_one_line_of_json_without_doubled_keys(
            @ForAll("texts") String event,
            @ForAll("fields") Object[] context,
            @ForAll("fields") Object[] bound,
            @ForAll("fields") Object[] fields,
            @ForAll("texts") String logger) {
        LogRecord record = Records.own(event, contextOf(context), contextOf(bound), real(fields));
        record.setLoggerName(logger);

        JsonNode line = Encoding.parsed(record);

        assertThat(line.has("event") && line.has("logger") && line.has("level") && line.has("timestamp"))
                .isTrue();
    }

    @Property
    void any_text_is_read_back_as_it_was_but_for_half_characters(@ForAll("texts") String text) {
        String read = Encoding.parsed(Encoding.line(OPEN, Records.own("e", "text", text), Map.of()))
                .get("text")
                .asText();

        String expected = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        assertThat(read).isEqualTo(expected);
    }

    @Property
    void numbers_and_booleans_stay_what_they_are(
            @ForAll int whole,
            @ForAll long longer,
            @ForAll double floating,
            @ForAll float single,
            @ForAll boolean truth) {
        // About one long in a hundred is a valid card number.
        Assume.that(!Redaction.standard().isSecretNumber(longer)
                && !Redaction.standard().isSecretNumber(floating)
                && !Redaction.standard().isSecretNumber(single));
        JsonNode line = Encoding.parsed(Records.own(
                "e", "whole", whole, "longer", longer, "floating", floating, "single", single, "truth", truth));

        assertThat(line.get("whole").intValue()).isEqualTo(whole);
        assertThat(line.get("longer").longValue()).isEqualTo(longer);
        assertThat(line.get("floating").isNumber()).isTrue();
        assertThat(line.get("floating").doubleValue()).isEqualTo(floating);
        assertThat(line.get("single").floatValue()).isEqualTo(single);
        assertThat(line.get("truth").isBoolean() && line.get("truth").booleanValue() == truth)
                .isTrue();
    }

    @Property
    void doubles_with_few_decimals_are_exact(@ForAll @IntRange(min = -2_000_000, max = 2_000_000) int thousandths) {
        double value = thousandths / 1000.0;

        JsonNode read = Encoding.parsed(Records.own("e", "value", value)).get("value");

        assertThat(read.decimalValue()).isEqualByComparingTo(new BigDecimal(Double.toString(value)));
    }

    @Property(tries = 500)
    void values_of_secret_keys_are_nowhere_in_the_line(
            @ForAll("secretKeys") String key, @ForAll("fields") Object[] others, @ForAll boolean nested) {
        String secret = "S3CR3T-VALUE";
        List<Object> fields = new ArrayList<>(Arrays.asList(others));
        if (fields.size() % 2 != 0) {
            fields.remove(fields.size() - 1);
        }
        fields.add(nested ? "outer" : key);
        fields.add(nested ? Map.of(key, secret) : secret);

        assertThat(Encoding.line(Records.own("e", contextOf(key, secret), contextOf(key, secret), fields.toArray())))
                .doesNotContain(secret);
    }

    @Property(tries = 200)
    void no_line_is_longer_than_its_limit(
            @ForAll @IntRange(min = 1, max = 40) int fields,
            @ForAll @IntRange(min = 0, max = 20_000) int size,
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 4096, max = 70_000) int limit) {
        LineEncoder encoder = new LineEncoder(Redaction.standard(), new Limits(limit, 8192, 100, 8, 50));
        String large = text.isEmpty() ? "\u0001".repeat(size) : text.repeat(1 + size / text.length());
        Object[] given = new Object[2 * fields];
        for (int i = 0; i < fields; i++) {
            given[2 * i] = "key" + i;
            given[2 * i + 1] = i % 2 == 0 ? large : List.of(large, large);
        }
        LogRecord record = Records.own(large, contextOf(given), contextOf("other", large), given);
        record.setLoggerName(large);
        record.setThrown(new IllegalStateException(large, new IllegalArgumentException(large)));
        record.setLevel(Level.SEVERE);

        String line = Encoding.line(encoder, record, Map.of("mdc", large));

        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit);
        assertThat(Encoding.parsed(line).get("level").asText()).isEqualTo("error");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> any = Arbitraries.chars().all();
        Arbitrary<Character> awkward = Arbitraries.of(
                '"', '\\', '\n', '\r', '\t', '\u0000', '\u001f', '\u0085', '\u2028', '\u2029', '\ud800', '\udc00', '@',
                '7');
        Arbitrary<Character> plain = Arbitraries.chars().alpha();
        return Arbitraries.frequencyOf(Tuple.of(2, any), Tuple.of(3, awkward), Tuple.of(5, plain))
                .list()
                .ofMaxSize(60)
                .map(chars -> {
                    StringBuilder text = new StringBuilder();
                    chars.forEach(text::append);
                    return text.toString();
                });
    }

    @Provide
    Arbitrary<Object[]> fields() {
        Arbitrary<Object> keys = Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.of("event", "level", "event_", "exception", "a", "b", "\ud800", "\ud801", 1)
                        .injectNull(0.1)
                        .asGeneric());
        Arbitrary<Object> elements = Arbitraries.oneOf(keys, values(3));
        return elements.list().ofMaxSize(9).map(List::toArray);
    }

    @Provide
    Arbitrary<String> secretKeys() {
        return Arbitraries.of("password", "userPassword", "X-Api-Key", "access_token", "SESSION_ID", "my.secret.2");
    }

    private Arbitrary<Object> values(int depth) {
        Arbitrary<Object> simple = Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, Double.NaN, Float.POSITIVE_INFINITY, Level.INFO, UUID.randomUUID(), new byte[3])
                        .injectNull(0.2)
                        .asGeneric(),
                Arbitraries.of(Misfit.THROWING, HostileValues.cycle(), new IllegalStateException("x"))
                        .asGeneric());
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Object> inner = values(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(5, simple),
                Tuple.of(1, inner.list().ofMaxSize(4).asGeneric()),
                Tuple.of(
                        1,
                        Arbitraries.maps(texts().asGeneric(), inner)
                                .ofMaxSize(4)
                                .asGeneric()),
                Tuple.of(1, inner.optional().asGeneric()));
    }

    /** Represents a value that the property's own report could not print. */
    private enum Misfit {
        THROWING
    }

    private static Object[] real(Object... values) {
        return Arrays.stream(values)
                .map(value -> value == Misfit.THROWING ? new HostileValues.Throwing() : value)
                .toArray();
    }

    private static LogContext contextOf(Object... pairs) {
        LogContext context = LogContext.empty();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            context = context.with(String.valueOf(pairs[i]), real(pairs[i + 1])[0]);
        }
        return context;
    }
}
