package no.abakus.cli.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON so that writing the JSON again gives the same values. */
public final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /**
     * Returns the JSON value that a string contains. Numbers keep all their digits, and a zero keeps its sign.
     *
     * @throws JsonProcessingException if the string is not exactly one JSON value
     */
    public static JsonNode parsed(String text) throws JsonProcessingException {
        try (JsonParser parser = new EveryDigit(JSON.createParser(text))) {
            return JSON.readerFor(JsonNode.class).readValue(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("A string in memory could not be read", e);
        }
    }

    /** Returns an object without members. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * Reads numbers as {@code BigDecimal}, because they may have more digits than a double holds. A negative zero is
     * read as a double, because a {@code BigDecimal} has no negative zero.
     */
    private static final class EveryDigit extends JsonParserDelegate {

        EveryDigit(JsonParser parser) {
            super(parser);
        }

        @Override
        public NumberTypeFP getNumberTypeFP() throws IOException {
            double near = getDoubleValue();
            boolean isNegativeZero =
                    near == 0 && getText().startsWith("-") && getDecimalValue().signum() == 0;
            return isNegativeZero ? NumberTypeFP.DOUBLE64 : NumberTypeFP.BIG_DECIMAL;
        }
    }
}
