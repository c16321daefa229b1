package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of a call, from the call to the request of the execution. */
class CallOptionsTest extends CalledJob {

    @Test
    void everything_that_a_call_says_reaches_the_request() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("tenant", 7);
        headers.put("x-trace", "on");
        headers.put("nothing", null);

        call("plain-text")
                .expires(Duration.ofMinutes(5))
                .shadow("shown")
                .timeLimit(Duration.ofSeconds(20))
                .softTimeLimit(Duration.ofSeconds(10))
                .headers(headers)
                .correlationId("c-1")
                .replyTo("answers")
                .group("g-1")
                .exchange("news")
                .routingKey("a.b")
                .deliveryMode(DeliveryMode.TRANSIENT)
                .applyAsync();
        bench.runDue();

        assertThat(job.seen).hasSize(1);
        assertThat(job.seen.get(0))
                .containsEntry("expires", Optional.of(bench.clock().now().plus(Duration.ofMinutes(5))))
                .containsEntry("shadow", "shown")
                .containsEntry("time_limit", Optional.of(Duration.ofSeconds(20)))
                .containsEntry("soft_time_limit", Optional.of(Duration.ofSeconds(10)))
                .containsEntry("headers", headers)
                .containsEntry("correlation_id", "c-1")
                .containsEntry("reply_to", Optional.of("answers"))
                .containsEntry("group", Optional.of("g-1"))
                .containsEntry("exchange", Optional.of("news"))
                .containsEntry("routing_key", Optional.of("a.b"));
        assertThat(bench.transport().sent().get(0).route().deliveryMode()).isEqualTo(DeliveryMode.TRANSIENT);
    }

    @Test
    void a_call_that_says_nothing_has_the_tasks_attributes_and_none_is_another_word() {
        String id = call("a").applyAsync().id();
        call("b").without(TaskOption.TIME_LIMIT).without(TaskOption.EXPIRES).applyAsync();
        bench.runDue();

        assertThat(job.seen.get(0))
                .containsEntry("time_limit", Optional.of(Duration.ofMinutes(1)))
                .containsEntry("soft_time_limit", Optional.of(Duration.ofSeconds(30)))
                .containsEntry("expires", Optional.of(bench.clock().now().plus(Duration.ofHours(1))))
                .containsEntry("shadow", "job")
                .containsEntry("correlation_id", id)
                .containsEntry("headers", Map.of());
        assertThat(job.seen.get(1))
                .containsEntry("time_limit", Optional.empty())
                .containsEntry("soft_time_limit", Optional.of(Duration.ofSeconds(30)))
                .containsEntry("expires", Optional.empty());
    }

    @Test
    void a_fanout_exchange_sends_each_queue_a_task_of_its_own_under_one_root() {
        String id = plain().exchange("all").ignoreResult(false).applyAsync().id();

        assertThat(bench.transport().sent())
                .extracting(sent -> sent.route().queue())
                .containsExactly("default", "other");
        assertThat(bench.transport().sent())
                .extracting(sent -> sent.message().id())
                .startsWith(id)
                .doesNotHaveDuplicates();
        assertThat(bench.transport().sent())
                .extracting(sent -> sent.message().rootId())
                .containsOnly(id);
        bench.drain();
        assertThat(bench.transport().sent())
                .extracting(sent -> bench.tasks().result(sent.message().id()).state())
                .containsOnly(TaskState.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void a_priority_that_jms_does_not_have_is_refused(int priority) {
        assertThatThrownBy(() -> plain().priority(priority).applyAsync()).isInstanceOf(TaskOptionException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void the_outermost_priorities_are_sent(int priority) {
        plain().priority(priority).applyAsync();

        assertThat(bench.transport().sent().get(0).route().priority()).isEqualTo(priority);
    }

    @Test
    void limits_that_contradict_each_other_or_are_none_are_refused() {
        assertThatThrownBy(() -> call("x").softTimeLimit(Duration.ofMinutes(2)).applyAsync())
                .as("the task's own limit counts")
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("soft_time_limit");
        assertThatThrownBy(() -> call("x").timeLimit(Duration.ZERO).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("a millisecond or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abakus_id", "JMSType", "jmsxgroupid", "_AMQ_X", "null", "Between", " "})
    void headers_with_reserved_names_are_refused(String name) {
        assertThatThrownBy(() -> plain().headers(Map.of(name, "x")).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("header");
    }

    @Test
    void headers_that_no_message_can_carry_are_refused() {
        assertThatThrownBy(() -> plain().headers(Map.of("list", List.of())).applyAsync())
                .hasMessageContaining("The header 'list' is a");
        assertThatThrownBy(
                        () -> plain().headers(Map.of("big", "x".repeat(8193))).applyAsync())
                .hasMessageContaining("abakus.tasks.message.max-headers-size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor"})
    void each_serializer_brings_arguments_to_the_task(String serializer) {
        call("blåbær").serializer(serializer).compression("zstd").applyAsync();
        bench.runDue();

        assertThat(job.seen.get(0)).containsEntry("args", List.of("blåbær"));
    }

    @Test
    void a_serializer_that_is_not_accepted_or_a_compressor_that_is_not_there_is_refused_at_the_call() {
        assertThatThrownBy(() -> plain().serializer("java").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("'java' is not accepted here; use one of [cbor, json, msgpack, yaml]");
        assertThatThrownBy(() -> plain().compression("rar").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("'rar' is not known; use one of [bzip2, gzip, xz, zlib, zstd]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "bzip2", "xz", "zstd"})
    void an_argument_of_five_megabytes_arrives_and_takes_little_room(String compression) {
        String large = "0123456789".repeat(500_000);
        call(large).compression(compression).applyAsync();

        TaskMessage sent = bench.transport().sent().get(0).message();
        bench.runDue();

        assertThat(sent.body()).isInstanceOf(MessageBody.Binary.class);
        assertThat(sent.body().size()).isLessThan(100_000);
        assertThat(job.seen.get(0)).containsEntry("args", List.of(large));
    }

    @Test
    void a_bomb_stops_at_the_limit_and_goes_to_the_dead_letters() {
        call("0".repeat(1_000_000)).compression("gzip").applyAsync();
        TaskMessage bomb = bench.transport().sent().get(0).message();
        assertThat(bomb.body().size()).isLessThan(2_000);

        Workbench tight = Workbench.of(new Job(bench.request())).set("abakus.tasks.message.max-body-size", "2048");
        tight.transport().send(bench.transport().sent().get(0).route(), bomb);
        tight.runDue();

        assertThat(tight.transport().deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.rejection().reason()).isEqualTo(Rejection.Reason.TOO_LARGE));
    }

    @Test
    void kwargs_are_checked_against_the_parameters() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("text", null);
        assertThat(bench.tasks().call("plain").kwargs(withNull).applyAsync().id())
                .isNotBlank();
        assertThatThrownBy(() ->
                        bench.tasks().call("plain").kwargs(Map.of("txt", "x")).applyAsync())
                .isInstanceOf(TaskArgumentException.class);
        assertThatThrownBy(() -> plain().kwargs(Map.of("text", "twice")).applyAsync())
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("twice");
    }
}
