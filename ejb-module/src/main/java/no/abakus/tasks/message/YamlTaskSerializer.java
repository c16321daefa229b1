package no.abakus.tasks.message;

import java.io.IOException;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.core.exc.StreamConstraintsException;
import no.abakus.jackson.core.util.JsonParserDelegate;
import no.abakus.jackson.dataformat.yaml.YAMLFactory;
import no.abakus.jackson.dataformat.yaml.YAMLGenerator.Feature;
import no.abakus.jackson.dataformat.yaml.YAMLMapper;
import no.abakus.jackson.dataformat.yaml.YAMLParser;
import no.abakus.jackson.org.yaml.snakeyaml.LoaderOptions;

/** YAML text, for bodies that people read. */
final class YamlTaskSerializer extends JacksonTaskSerializer {

    YamlTaskSerializer() {
        super("yaml", "application/yaml", true, JsonMapping.strict(YAMLMapper.builder(factory())));
    }

    /** Rejects aliases, because the parser would read an alias as the text of its name. */
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
