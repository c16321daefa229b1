package no.abakus.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import no.abakus.cli.rest.JsonText;

/** Values on a command line. */
final class Json {

    private Json() {}

    /**
     * Reads a text as JSON if it is valid JSON, such as {@code 3}, {@code true}, {@code [1,2]} or {@code "3"}. Any
     * other text becomes a JSON string.
     */
    static JsonNode value(String text) {
        try {
            JsonNode json = JsonText.parsed(text);
            return json.isMissingNode() ? TextNode.valueOf(text) : json;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
