package no.abakus.tasks.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** YAML text, for bodies that people read. */
final class YamlTaskSerializer extends JacksonTaskSerializer {

    YamlTaskSerializer() {
        super("yaml", "application/yaml", true, JsonMapping.strict(YAMLMapper.builder(factory())));
    }

    /** The parser would read an alias as the text of its name. */
    @Override
    JsonParser guarded(JsonParser parser) {
        return new JsonParserDelegate(parser) {
            @Override
            public JsonToken nextToken() throws IOException {
                JsonToken token = super.nextToken();
                if (((YAMLParser) delegate).isCurrentAlias()) {
                    throw new StreamConstraintsException("it contains an alias, which arguments cannot use");
                }
                return token;
            }

            @Override
            public JsonToken nextValue() throws IOException {
                JsonToken token = nextToken();
                return token == JsonToken.FIELD_NAME ? nextToken() : token;
            }
        };
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        // The codec has already limited the size of the body.
        options.setCodePointLimit(Integer.MAX_VALUE);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .disable(Feature.WRITE_DOC_START_MARKER)
                .disable(Feature.SPLIT_LINES)
                .build();
    }
}
