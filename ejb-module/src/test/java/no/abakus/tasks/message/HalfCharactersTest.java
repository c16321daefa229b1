package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text with half a character never leaves its sender. */
class HalfCharactersTest extends EchoedValues {

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor"})
    void half_a_character_is_refused_at_the_call_by_every_serializer(String serializer) {
        for (String half : List.of("x\udc00y", "\ud800", "\ud800\ud800\udc00", "\udc00\ud800")) {
            for (Object value : List.of(half, List.of(half), Map.of(half, 1))) {
                assertThatThrownBy(() -> bench.tasks()
                                .call("echo")
                                .args(value)
                                .serializer(serializer)
                                .applyAsync())
                        .isInstanceOf(TaskArgumentException.class);
            }
        }
        bench.tasks().call("echo").args("\ud83d\ude00").serializer(serializer).applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly("\ud83d\ude00");
    }

    @Test
    void half_a_character_in_a_header_is_refused_at_the_call() {
        for (Map<String, Object> headers : List.<Map<String, Object>>of(Map.of("a", "\ud800"), Map.of("\udc00", "a"))) {
            assertThatThrownBy(() ->
                            bench.tasks().call("echo").args(1).headers(headers).applyAsync())
                    .isInstanceOf(TaskOptionException.class)
                    .hasMessageContaining("half a character");
        }
    }

    @Test
    void a_result_with_half_a_character_fails_its_task() {
        var sent = bench.tasks().call("half").applyAsync();
        bench.drain();

        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
    }
}
