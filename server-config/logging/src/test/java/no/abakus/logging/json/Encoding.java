package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.Redaction;

/** Encodes records for a test, and reads lines back with an independent parser at its strictest. */
final class Encoding {
    static final Limits LIMITS = new Limits(65_536, 8192, 100, 8, 50);
    static final LineEncoder ENCODER = new LineEncoder(Redaction.standard(), LIMITS);

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Encoding() {}

    static String line(LogRecord record) {
        return line(ENCODER, record, Map.of());
    }

    static String line(LineEncoder encoder, LogRecord record, Map<String, ?> foreign) {
        LogEvent given = LogEvent.of(record);
        byte[][] taken = new byte[1][];
        try {
            encoder.encode(
                    record,
                    given == null ? record.getMessage() : given.event(),
                    given == null ? LogContext.current() : given.context(),
                    given,
                    foreign,
                    (bytes, length) -> taken[0] = Arrays.copyOf(bytes, length));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(taken[0]))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new AssertionError("not UTF-8: " + new String(taken[0], StandardCharsets.UTF_8), invalid);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the parsed line, after checking that it is exactly one by any definition of a line's end. */
    static JsonNode parsed(String line) {
        assertThat(line).endsWith("}\n");
        assertThat(line.substring(0, line.length() - 1))
                .doesNotContainPattern("[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]");
        try {
            return STRICT.readTree(line);
        } catch (JsonProcessingException invalid) {
            throw new AssertionError("not JSON: " + line, invalid);
        }
    }

    static JsonNode parsed(LogRecord record) {
        return parsed(line(record));
    }
}
