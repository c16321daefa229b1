package no.abakus.tasks.console.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallBodyTest {

    @Test
    void an_empty_body_is_a_call_without_arguments_and_options() {
        assertThat(CallBody.of(Map.of())).isEqualTo(new CallBody(List.of(), Map.of(), TaskOptions.empty()));
    }

    @Test
    void arguments_are_taken_as_they_are() {
        CallBody body = CallBody.of(Map.of("args", List.of(1, "two"), "kwargs", Map.of("three", List.of())));

        assertThat(body.args()).isEqualTo(List.of(1, "two"));
        assertThat(body.kwargs()).isEqualTo(Map.of("three", List.of()));
    }

    @Test
    void every_option_is_read_into_the_type_it_has_in_the_api() {
        TaskOptions options = options(Map.of(
                "countdown", 1.5,
                "eta", "2030-01-31T12:00:00+01:00",
                "queue", "mail",
                "priority", 9,
                "task_id", "t-1"));

        assertThat(options.get(TaskOption.COUNTDOWN)).hasValue(Duration.ofMillis(1500));
        assertThat(options.get(TaskOption.ETA)).hasValue(Instant.parse("2030-01-31T11:00:00Z"));
        assertThat(options.get(TaskOption.QUEUE)).hasValue("mail");
        assertThat(options.get(TaskOption.PRIORITY)).hasValue(9);
        assertThat(options.get(TaskOption.TASK_ID)).hasValue("t-1");
    }

    @Test
    void null_says_that_there_is_none_and_absence_says_nothing() {
        TaskOptions options = options(Collections.singletonMap("queue", null));

        assertThat(options.says(TaskOption.QUEUE)).isTrue();
        assertThat(options.get(TaskOption.QUEUE)).isEmpty();
        assertThat(options.says(TaskOption.PRIORITY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "-2.25", "3", "0.0000000014"})
    void a_countdown_keeps_its_fraction_to_the_nanosecond(String seconds) {
        Duration read = OptionValue.seconds("countdown", Double.valueOf(seconds));

        assertThat(read.toNanos()).isEqualTo(Math.round(Double.parseDouble(seconds) * 1e9));
    }

    static Stream<Map<String, Object>> misfits() {
        return Stream.of(
                Map.of("countdown", "5"),
                Map.of("countdown", true),
                Map.of("countdown", Double.POSITIVE_INFINITY),
                Map.of("countdown", BigInteger.TEN.pow(40)),
                Map.of("eta", "2030-01-31T12:00:00"),
                Map.of("eta", "tomorrow"),
                Map.of("eta", 1_900_000_000),
                Map.of("queue", ""),
                Map.of("queue", List.of("mail")),
                Map.of("priority", 4.5),
                Map.of("priority", BigInteger.TEN.pow(40)),
                Map.of("priority", "high"),
                Map.of("task_id", " "),
                Map.of("task_id", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void a_value_of_another_kind_is_refused_by_the_name_of_its_option(Map<String, Object> misfit) {
        refused(misfit).withMessageContaining(misfit.keySet().iterator().next());
    }

    @Test
    void an_unknown_member_is_refused_with_what_was_probably_meant() {
        refused(Map.of("count_down", 5)).withMessageContaining("did you mean 'countdown'?");
        refused(Map.of("arg", List.of())).withMessageContaining("did you mean 'args'?");
    }

    @Test
    void an_option_that_is_still_missing_says_so() {
        for (String option : CallOption.NOT_YET) {
            refused(Map.of(option, 1)).withMessageContaining("'" + option + "' is not yet supported");
        }
    }

    @Test
    void no_option_of_the_api_is_overlooked() {
        assertThat(TaskOption.all()).extracting(TaskOption::optionName).allSatisfy(name -> assertThat(
                        Stream.concat(CallOption.names().stream(), CallOption.NOT_YET.stream()))
                .containsOnlyOnce(name));
    }

    @Test
    void arguments_of_another_shape_are_refused_as_arguments() {
        assertThatExceptionOfType(TaskArgumentException.class)
                .isThrownBy(() -> CallBody.of(Map.of("args", 1)))
                .withMessageContaining("args");
        assertThatExceptionOfType(TaskArgumentException.class)
                .isThrownBy(() -> CallBody.of(Map.of("kwargs", List.of())))
                .withMessageContaining("kwargs");
    }

    private static TaskOptions options(Map<String, Object> members) {
        return CallBody.of(members).options();
    }

    private static ThrowableAssertAlternative<TaskOptionException> refused(Map<String, Object> members) {
        return assertThatExceptionOfType(TaskOptionException.class).isThrownBy(() -> CallBody.of(members));
    }
}
