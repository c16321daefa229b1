package no.abakus.tasks.console.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
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

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e-400"})
    void a_number_that_readers_of_json_turn_into_infinity_or_zero_is_refused_wherever_it_is(String number) {
        BigDecimal value = new BigDecimal(number);
        List<Map<String, ?>> bodies = List.of(
                Map.of("args", List.of(1, List.of(Map.of("deep", value)))),
                Map.of("kwargs", Map.of("n", value)),
                Map.of("link", Map.of("task", "t", "args", List.of(value))));

        assertThat(bodies).allSatisfy(body -> assertThatExceptionOfType(TaskArgumentException.class)
                .isThrownBy(() -> CallBody.of(body))
                .withMessageContainingAll(value.toString(), "Nothing was sent"));
    }

    @Test
    void decimals_with_more_digits_than_a_double_are_taken_as_they_are() {
        BigDecimal precise = new BigDecimal("12345678901234567890.12");

        assertThat(CallBody.of(Map.of("args", List.of(precise, BigDecimal.ZERO)))
                        .args())
                .isEqualTo(List.of(precise, BigDecimal.ZERO));
    }

    @Test
    void every_option_is_read_into_the_type_it_has_in_the_api() {
        TaskOptions options = options(Map.of(
                "countdown",
                1.5,
                "eta",
                "2030-01-31T12:00:00+01:00",
                "queue",
                "mail",
                "priority",
                9,
                "task_id",
                "t-1",
                "add_to_parent",
                false,
                "ignore_result",
                true));

        assertThat(options.get(TaskOption.COUNTDOWN)).hasValue(Duration.ofMillis(1500));
        assertThat(options.get(TaskOption.ETA)).hasValue(Instant.parse("2030-01-31T11:00:00Z"));
        assertThat(options.get(TaskOption.QUEUE)).hasValue("mail");
        assertThat(options.get(TaskOption.PRIORITY)).hasValue(9);
        assertThat(options.get(TaskOption.TASK_ID)).hasValue("t-1");
    }

    @Test
    void links_are_signatures_one_or_several_and_nested() {
        TaskOptions options = options(Map.of(
                "link",
                Map.of(
                        "task", "mail.send",
                        "args", List.of("a"),
                        "kwargs", Map.of("subject", "hei"),
                        "options", Map.of("queue", "mail", "link", Map.of("task", "archive.store")),
                        "immutable", true),
                "link_error",
                List.of(Map.of("task", "alarm.ring"), Map.of("task", "log.write"))));

        assertThat(options.get(TaskOption.LINK).orElseThrow())
                .containsExactly(TaskSignature.of("mail.send")
                        .withArgs("a")
                        .withKwargs(Map.of("subject", "hei"))
                        .set(TaskOptions.empty().with(TaskOption.QUEUE, "mail"))
                        .link(TaskSignature.of("archive.store"))
                        .asImmutable());
        assertThat(options.get(TaskOption.LINK_ERROR).orElseThrow())
                .containsExactly(TaskSignature.of("alarm.ring"), TaskSignature.of("log.write"));
    }

    @Test
    void a_link_that_is_no_signature_is_refused() {
        refused(Map.of("link", "mail.send")).withMessageContaining("contains something that is not an object");
        refused(Map.of("link", Map.of("task", 1))).withMessageContaining("has a member of the wrong type");
        refused(Map.of("link", Map.of("task", "t", "arg", 1))).withMessageContaining("has a member 'arg'");
        refused(Map.of("ignore_result", "yes")).withMessageContaining("must be true or false");
    }

    @Test
    void an_expiry_is_a_span_in_seconds_or_an_instant() {
        assertThat(options(Map.of("expires", 90)).get(TaskOption.EXPIRES))
                .hasValue(Expiry.after(Duration.ofSeconds(90)));
        assertThat(options(Map.of("expires", "2030-01-31T12:00:00+01:00")).get(TaskOption.EXPIRES))
                .hasValue(Expiry.at(Instant.parse("2030-01-31T11:00:00Z")));
    }

    @Test
    void limits_routing_format_and_envelope_are_read_into_the_types_they_have_in_the_api() {
        TaskOptions options = options(Map.ofEntries(
                Map.entry("shadow", "other"),
                Map.entry("time_limit", 30),
                Map.entry("soft_time_limit", 2.5),
                Map.entry("exchange", "news"),
                Map.entry("routing_key", "a.b"),
                Map.entry("serializer", "yaml"),
                Map.entry("compression", "gzip"),
                Map.entry("headers", Map.of("tenant", 7)),
                Map.entry("delivery_mode", 1),
                Map.entry("correlation_id", "c-1"),
                Map.entry("reply_to", "answers"),
                Map.entry("group", "g-1")));

        assertThat(options.get(TaskOption.SHADOW)).hasValue("other");
        assertThat(options.get(TaskOption.TIME_LIMIT)).hasValue(Duration.ofSeconds(30));
        assertThat(options.get(TaskOption.SOFT_TIME_LIMIT)).hasValue(Duration.ofMillis(2500));
        assertThat(options.get(TaskOption.EXCHANGE)).hasValue("news");
        assertThat(options.get(TaskOption.ROUTING_KEY)).hasValue("a.b");
        assertThat(options.get(TaskOption.SERIALIZER)).hasValue("yaml");
        assertThat(options.get(TaskOption.COMPRESSION)).hasValue("gzip");
        assertThat(options.get(TaskOption.HEADERS)).hasValue(Map.of("tenant", 7));
        assertThat(options.get(TaskOption.DELIVERY_MODE)).hasValue(DeliveryMode.TRANSIENT);
        assertThat(options.get(TaskOption.CORRELATION_ID)).hasValue("c-1");
        assertThat(options.get(TaskOption.REPLY_TO)).hasValue("answers");
        assertThat(options.get(TaskOption.GROUP)).hasValue("g-1");
        assertThat(options(Map.of("delivery_mode", "persistent")).get(TaskOption.DELIVERY_MODE))
                .hasValue(DeliveryMode.PERSISTENT);
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
                Map.of("expires", true),
                Map.of("expires", "soon"),
                Map.of("time_limit", "PT30S"),
                Map.of("delivery_mode", 3),
                Map.of("headers", List.of("tenant")),
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
    void a_connection_cannot_be_said_in_json() {
        for (String option : List.of("connection", "producer", "publisher")) {
            refused(Map.of(option, "tcp://broker")).withMessageContaining("'" + option + "' takes an open connection");
        }
    }

    @Test
    void a_retry_policy_says_what_differs_from_the_default() {
        Map<String, Object> said = new HashMap<>();
        said.put("max_retries", null);
        said.put("interval_start", 0.1);
        said.put("interval_step", 0);
        said.put("interval_max", 2);
        said.put("timeout", 1.5);

        TaskOptions options = options(Map.of("retry", false, "timeout", 3, "retry_policy", said));

        assertThat(options.get(TaskOption.RETRY)).contains(false);
        assertThat(options.get(TaskOption.TIMEOUT)).contains(Duration.ofSeconds(3));
        assertThat(options.get(TaskOption.RETRY_POLICY))
                .contains(new RetryPolicy(
                        RetryPolicy.UNLIMITED,
                        Duration.ofMillis(100),
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1500)));
        assertThat(options(Map.of("retry_policy", Map.of("max_retries", 7))).get(TaskOption.RETRY_POLICY))
                .contains(RetryPolicy.DEFAULT.withMaxRetries(7));
    }

    @Test
    void a_retry_policy_with_an_unknown_key_or_value_is_refused() {
        refused(Map.of("retry_policy", Map.of("max_retry", 1))).withMessageContaining("did you mean 'max_retries'?");
        refused(Map.of("retry_policy", Map.of("timeout", 0))).withMessageContaining("retry_policy.timeout");
        refused(Map.of("retry_policy", Map.of("interval_max", "1"))).withMessageContaining("retry_policy.interval_max");
        refused(Map.of("retry_policy", 3)).withMessageContaining("retry_policy");
        refused(Map.of("retry", "yes")).withMessageContaining("true or false");
    }

    @Test
    void no_option_of_the_api_is_overlooked() {
        assertThat(TaskOption.all()).extracting(TaskOption::optionName).allSatisfy(name -> assertThat(
                        Stream.concat(CallOption.names().stream(), CallOption.OF_THE_PROCESS.stream()))
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
