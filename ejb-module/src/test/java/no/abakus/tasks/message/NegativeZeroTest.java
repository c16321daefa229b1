package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zero keeps its sign in every format and type, although a decimal zero has no sign. */
class NegativeZeroTest {

    public static final class Echo {
        final List<Object> seen = new ArrayList<>();

        @AbakusTask(name = "anything", ignoreResult = false)
        public Object anything(Object value) {
            seen.add(value);
            return value;
        }

        @AbakusTask(name = "number")
        public void number(Number value) {
            seen.add(value);
        }

        @AbakusTask(name = "precise")
        public void precise(double value) {
            seen.add(value);
        }

        @AbakusTask(name = "single")
        public void single(float value) {
            seen.add(value);
        }
    }

    private final Echo echo = new Echo();
    private final Workbench bench = Workbench.of(echo);

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor"})
    void a_negative_zero_arrives_with_its_sign(String serializer) {
        for (Object value : List.of(-0.0, List.of(-0.0, 0.0), Map.of("deep", List.of(Map.of("zero", -0.0))))) {
            send("anything", value, serializer);
        }
        send("number", -0.0, serializer);
        send("number", 0.0, serializer);
        send("precise", -0.0, serializer);
        send("single", -0.0f, serializer);
        bench.drain();

        assertThat(echo.seen)
                .containsExactly(
                        -0.0,
                        List.of(-0.0, 0.0),
                        Map.of("deep", List.of(Map.of("zero", -0.0))),
                        -0.0,
                        0.0,
                        -0.0,
                        -0.0f);
    }

    private void send(String task, Object value, String serializer) {
        bench.tasks().call(task).args(value).serializer(serializer).applyAsync();
    }

    @Test
    void a_result_keeps_its_sign() {
        var sent = bench.tasks().call("anything").args(List.of(-0.0)).applyAsync();
        bench.drain();

        assertThat(sent.get(Duration.ZERO)).isEqualTo(List.of(-0.0));
    }

    @Test
    void an_argument_of_a_link_keeps_its_sign() {
        SignatureCodec codec = new SignatureCodec();
        List<Signature> link = List.of(TaskSignature.of("next")
                .withArgs(-0.0, List.of(-0.0, 0.0, 1.5))
                .withKwargs(Map.of("deep", Map.of("zero", -0.0))));
        TaskOptions options = TaskOptions.empty().with(TaskOption.LINK, link);

        String written = codec.write(TaskOption.LINK, options).orElseThrow();

        assertThat(codec.read(written)).isEqualTo(link);
    }
}
