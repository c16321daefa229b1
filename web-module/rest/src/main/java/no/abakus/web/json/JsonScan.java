package no.abakus.web.json;

import java.io.IOException;
import no.abakus.jackson.core.JsonFactory;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.core.exc.StreamReadException;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * Checks each token of a body before any objects are created. Rejects a body with too many tokens, with a repeated
 * name, or with a string or number that cannot be passed on unchanged. The factory limits depth and lengths.
 */
final class JsonScan {

    /** The maximum number of JSON tokens in one body. The memory for all bodies together is limited as they arrive. */
    static final int MOST_TOKENS = 1_000_000;

    private static final int MOST_EXPONENT = 10_000;
    private static final ProblemType BAD_JSON = new ProblemType("bad-json", 400, "Not JSON");

    private JsonScan() {}

    static void check(JsonFactory json, String text) throws IOException {
        int tokens = 0;
        try (JsonParser parser = json.createParser(text)) {
            for (JsonToken token = next(parser); token != null; token = next(parser)) {
                if (++tokens > MOST_TOKENS) {
                    throw refused(parser, "has too many values: " + MOST_TOKENS + " names and values are allowed");
                }
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    checkText(parser);
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                    checkExponent(parser);
                }
            }
        }
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        try {
            return parser.nextToken();
        } catch (StreamReadException e) {
            // Only the message distinguishes this exception from others.
            if (e.getOriginalMessage().startsWith("Duplicate field")) {
                throw refused(parser, "appears twice in its object");
            }
            throw e;
        }
    }

    private static void checkText(JsonParser parser) throws IOException {
        char[] characters = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int end = offset + parser.getTextLength();
        for (int i = offset; i < end; i++) {
            char character = characters[i];
            if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character)
                        && i + 1 < end
                        && Character.isLowSurrogate(characters[i + 1]);
                if (!pair) {
                    throw refused(parser, "contains an unpaired surrogate, which is not valid text");
                }
                i++;
            }
        }
    }

    private static void checkExponent(JsonParser parser) throws IOException {
        boolean moderate;
        try {
            moderate = Math.abs((long) parser.getDecimalValue().scale()) <= MOST_EXPONENT;
        } catch (NumberFormatException e) {
            moderate = false;
        }
        if (!moderate) {
            throw refused(parser, "is a number whose exponent is beyond " + MOST_EXPONENT);
        }
    }

    private static ProblemException refused(JsonParser parser, String why) {
        String at = parser.getParsingContext().pathAsPointer().toString();
        String where = at.isEmpty() ? "The body " : "'" + (at.length() > 100 ? at.substring(0, 100) + "…" : at) + "' ";
        return new ProblemException(BAD_JSON, where + why);
    }
}
