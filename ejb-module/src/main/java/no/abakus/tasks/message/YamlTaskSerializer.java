package no.abakus.tasks.message;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.yaml.snakeyaml.LoaderOptions;

/** YAML text, for bodies that people read. */
public final class YamlTaskSerializer extends JacksonTaskSerializer {

    public YamlTaskSerializer() {
        super("yaml", "application/yaml", true, JsonMapping.strict(YAMLMapper.builder(factory())));
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        // How large a body may be, the codec has said before.
        options.setCodePointLimit(Integer.MAX_VALUE);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .disable(Feature.WRITE_DOC_START_MARKER)
                .disable(Feature.SPLIT_LINES)
                .build();
    }
}
