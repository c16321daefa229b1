package no.abakus.logging.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import no.abakus.logging.LogContext;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.api.Test;

/**
 * Random events, as many as {@code -Dabakus.test.random-events} says. Two independent parsers read each line. Every
 * value comes out with its type and content, and no secret comes out.
 */
class RandomEventsTest {
    private static final int EVENTS = Integer.getInteger("abakus.test.random-events", 5_000);
    private static final int BLOCK = 500;
    private static final long SEED = Long.getLong("abakus.test.random-seed", System.nanoTime());
    /** Every so often an event is also laid out in another format. */
    private static final int OTHER_LAYOUTS = 10;

    private static final int LONGEST_NUMBER = 400;
    private static final JsonReaderFactory PARSSON = Json.createReaderFactory(Map.of());
    private static final Redaction REDACTION = Redaction.standard();
    private static final List<LineEncoder> JSON_LAYOUTS = encoders("ecs", "otel", "gcp");
    private static final List<LineEncoder> TEXT_LAYOUTS = encoders("logfmt", "console");

    @Test
    void every_line_parses_twice_stands_alone_keeps_types_and_holds_no_secret() {
        IntStream.range(0, (EVENTS + BLOCK - 1) / BLOCK).parallel().forEach(RandomEventsTest::block);
    }

    private static void block(int number) {
        long seed = SEED + number;
        RandomValues values = new RandomValues(seed);
        for (int i = 0; i < BLOCK; i++) {
            String which = "event " + i + " with -Dabakus.test.random-seed=" + seed;
            List<Object> typed = new ArrayList<>();
            for (int field = values.below(6); field > 0; field--) {
                typed.add(values.typed(6));
            }
            LogRecord record = record(values, typed);

            JsonNode read = read(Encoding.line(record), which);
            for (int field = 0; field < typed.size(); field++) {
                assertSame(typed.get(field), read.get("f" + field), which + ", field " + field);
            }
            if (i % OTHER_LAYOUTS == 0) {
                checkOtherLayouts(record, which);
            }
        }
    }

    private static LogRecord record(RandomValues values, List<Object> typed) {
        List<Object> pairs = new ArrayList<>();
        for (int field = 0; field < typed.size(); field++) {
            pairs.add("f" + field);
            pairs.add(typed.get(field));
        }
        pairs.addAll(Arrays.asList("odd " + values.text(8), values.any(values.below(50) == 0 ? 12 : 4)));
        pairs.add(RandomValues.SECRET_KEYS.get(values.below(RandomValues.SECRET_KEYS.size())));
        pairs.add(values.below(2) == 0 ? RandomValues.SECRET : Map.of("inner", RandomValues.SECRET));
        pairs.addAll(Arrays.asList("leak", values.leaking()));
        LogRecord record = Records.own(
                values.below(8) == 0 ? values.leaking() : values.text(30),
                LogContext.empty().with("request_id", values.text(10)).with("token", RandomValues.SECRET),
                LogContext.empty().with("bound", values.any(2)),
                pairs.toArray());
        if (values.below(20) == 0) {
            record.setThrown(
                    new IllegalStateException(values.text(50), new IllegalArgumentException(values.leaking())));
        }
        return record;
    }

    private static JsonNode read(String line, String which) {
        JsonNode first = Encoding.parsed(line);
        JsonObject second;
        try (JsonReader reader = PARSSON.createReader(new StringReader(line))) {
            second = reader.readObject();
        }
        assertSameTree(first, second, which);
        require(!RandomValues.isLeaked(line), "a secret in " + which);
        return first;
    }

    private static void checkOtherLayouts(LogRecord record, String which) {
        for (LineEncoder encoder : JSON_LAYOUTS) {
            read(Encoding.line(encoder, record, Map.of()), which + " as " + encoder.format());
        }
        for (LineEncoder encoder : TEXT_LAYOUTS) {
            String text = Encoding.line(encoder, record, Map.of());
            require(!RandomValues.isLeaked(text), "a secret in " + which + " as " + encoder.format());
            boolean isConsole = encoder.format().equals("console");
            require(
                    text.lines().skip(1).allMatch(line -> isConsole && line.startsWith("    ")),
                    which + " as " + encoder.format());
        }
    }

    /** Checks that both parsers have read the same. */
    private static void assertSameTree(JsonNode first, JsonValue second, String which) {
        switch (second.getValueType()) {
            case OBJECT -> {
                require(first.size() == second.asJsonObject().size(), which);
                second.asJsonObject().forEach((key, value) -> assertSameTree(first.get(key), value, which));
            }
            case ARRAY -> {
                require(first.size() == second.asJsonArray().size(), which);
                for (int i = 0; i < first.size(); i++) {
                    assertSameTree(first.get(i), second.asJsonArray().get(i), which);
                }
            }
            case STRING -> require(first.isTextual(), which);
            case NUMBER -> require(first.isNumber(), which);
            case TRUE, FALSE -> require(first.isBoolean(), which);
            case NULL -> require(first.isNull(), which);
        }
    }

    private static void assertSame(Object given, JsonNode read, String which) {
        if (given instanceof Map<?, ?> map) {
            require(read.isObject() && read.size() == map.size(), which);
            map.forEach((key, value) -> assertSame(value, read.get((String) key), which));
        } else if (given instanceof List<?> list) {
            require(read.isArray() && read.size() == list.size(), which);
            for (int i = 0; i < list.size(); i++) {
                assertSame(list.get(i), read.get(i), which);
            }
        } else if (given == null) {
            require(read.isNull(), which);
        } else if (given instanceof Boolean truth) {
            require(read.isBoolean() && read.booleanValue() == truth, which);
        } else if (given instanceof Number number && REDACTION.isSecretNumber(number)) {
            require(read.textValue().equals(Redaction.REDACTED), which);
        } else if (isJsonNumber(given)) {
            require(read.isNumber() && isSameNumber(given, read), which);
        } else if (given instanceof String text && REDACTION.text(text).equals(text)) {
            String whole = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
            require(whole.equals(read.textValue()), which);
        } else {
            require(read.isTextual(), which);
        }
    }

    private static void require(boolean holds, String which) {
        if (!holds) {
            throw new AssertionError("not so for " + which);
        }
    }

    private static boolean isSameNumber(Object given, JsonNode read) {
        if (given instanceof Double || given instanceof Float) {
            double value = ((Number) given).doubleValue();
            return given instanceof Float ? read.floatValue() == (float) value : read.doubleValue() == value;
        }
        BigDecimal exact = given instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(given.toString());
        return read.decimalValue().compareTo(exact) == 0;
    }

    /** JSON has no number for these, and 400 digits are useless. */
    private static boolean isJsonNumber(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        return value instanceof Number && value.toString().length() <= LONGEST_NUMBER;
    }

    private static List<LineEncoder> encoders(String... formats) {
        return Arrays.stream(formats)
                .map(format -> {
                    LineEncoder encoder = new LineEncoder(REDACTION, Encoding.LIMITS);
                    encoder.format(format);
                    return encoder;
                })
                .toList();
    }
}
