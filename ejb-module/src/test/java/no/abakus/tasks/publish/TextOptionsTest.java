package no.abakus.tasks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that no broker or database can store is refused before anything is sent. */
class TextOptionsTest {

    static class Job {
        @AbakusTask(name = "job", ignoreResult = false)
        public void run() {}
    }

    private final Workbench bench = Workbench.of(new Job());

    static Stream<TaskOption<String>> options() {
        return Stream.of(
                TaskOption.TASK_ID,
                TaskOption.SHADOW,
                TaskOption.GROUP,
                TaskOption.CORRELATION_ID,
                TaskOption.ROUTING_KEY,
                TaskOption.REPLY_TO,
                TaskOption.QUEUE,
                TaskOption.APPLICATION,
                TaskOption.EXCHANGE);
    }

    @ParameterizedTest
    @MethodSource("options")
    void a_text_that_can_never_be_held_is_named(TaskOption<String> option) {
        for (String text : List.of(
                "s".repeat(256), "s".repeat(300_000), "\ud83d\ude00".repeat(130), "a\u0000b", "\ud800", "a\nb")) {
            TaskOptions options = TaskOptions.empty().with(option, text);

            assertThatThrownBy(() -> bench.tasks().call("job").options(options).applyAsync())
                    .isInstanceOf(TaskOptionException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300))
                    .hasMessageContaining(option.optionName())
                    .hasMessageContaining("nothing was sent");
        }
        assertThat(bench.transport().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"å", "a b/c?d=%20", "\ud83d\ude00"})
    void every_other_text_of_up_to_255_is_an_id(String text) {
        String id = text.repeat(255 / text.length());

        bench.tasks().call("job").taskId(id).applyAsync();

        bench.drain();
        assertThat(bench.results().find(id)).isPresent();
    }

    @Test
    void a_correlation_id_that_openmq_cannot_carry_is_refused() {
        assertThatThrownBy(() -> bench.tasks()
                        .call("job")
                        .correlationId("order \ud83d\ude00")
                        .applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("correlation_id")
                .hasMessageContaining("U+FFFF");
        assertThat(bench.transport().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 70_000})
    void the_name_of_a_task_that_is_not_known_here_is_bounded_as_well(int length) {
        assertThatThrownBy(() ->
                        bench.tasks().call("t".repeat(length)).queue("default").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("The name of the task");
    }
}
