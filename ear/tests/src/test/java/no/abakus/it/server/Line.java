package no.abakus.it.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One line of a server's stdout.
 *
 * @param text the line as it was printed
 * @param json the parsed line; missing if it is not a JSON object
 */
public record Line(String text, JsonNode json) {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    public static Line of(String text) {
        try {
            return new Line(text, STRICT.readTree(text));
        } catch (JsonProcessingException e) {
            return new Line(text, MissingNode.getInstance());
        }
    }

    public boolean isJson() {
        return json.isObject();
    }

    /** Returns the text of a member; empty if there is none. */
    public String get(String member) {
        return json.path(member).asText();
    }

    public String event() {
        return get("event");
    }

    @Override
    public String toString() {
        return text;
    }
}
