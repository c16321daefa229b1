package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.testing.TaskSerializerContract;
import org.junit.jupiter.api.Test;

/** YAML fulfils the contract of all serializers. */
class YamlTaskSerializerTest extends TaskSerializerContract {

    private final YamlTaskSerializer yaml = new YamlTaskSerializer();

    @Override
    protected TaskSerializer serializer() {
        return yaml;
    }

    @Override
    protected List<MessageBody> garbage() {
        return List.of(
                new MessageBody.Text(""),
                new MessageBody.Text("- a list"),
                new MessageBody.Text("args: [\"open"),
                new MessageBody.Text("args: 1"));
    }

    @Test
    void it_is_text_that_people_read() {
        assertThat(yaml.write(new TaskArguments(List.of("a@b.no", 1), Map.of("urgent", true))))
                .isEqualTo(new MessageBody.Text("args:\n- \"a@b.no\"\n- 1\nkwargs:\n  urgent: true\n"));
    }
}
