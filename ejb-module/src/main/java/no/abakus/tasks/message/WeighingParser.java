package no.abakus.tasks.message;

import java.io.IOException;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.core.util.JsonParserDelegate;

/** Weighs each value before it is created. Not thread-safe. */
final class WeighingParser extends JsonParserDelegate {

    private final Weight weight;

    WeighingParser(JsonParser parser, Weight weight) {
        super(parser);
        this.weight = weight;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null) {
            weight.add(weightOf(token));
        }
        return token;
    }

    @Override
    public JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    private long weightOf(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> Weight.OBJECT;
            case START_ARRAY -> Weight.ARRAY;
            case FIELD_NAME -> Weight.MEMBER;
            case VALUE_STRING -> Weight.TEXT + (long) Weight.CHARACTER * getTextLength();
            case VALUE_EMBEDDED_OBJECT ->
                Weight.TEXT
                        + (getEmbeddedObject() instanceof byte[] bytes ? (long) Weight.CHARACTER * bytes.length : 0);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> Weight.SCALAR;
            case END_OBJECT, END_ARRAY, NOT_AVAILABLE -> 0;
        };
    }
}
