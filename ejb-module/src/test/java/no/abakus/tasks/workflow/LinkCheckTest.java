package no.abakus.tasks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tasks that are to follow a task are checked at the call, like the task itself. */
class LinkCheckTest {

    public static class Chain {
        final List<Object> seen = new ArrayList<>();

        @AbakusTask(name = "first")
        public String first() {
            seen.add("first");
            return "result";
        }

        @AbakusTask(name = "next")
        public void next(String result, int number) {
            seen.add(result + number);
        }

        @AbakusTask(name = "alone")
        public void alone() {
            seen.add("alone");
        }

        @AbakusTask(name = "alarm")
        public void alarm(FailedTask failed) {
            seen.add("alarm");
        }

        @AbakusTask(name = "untyped", typing = false)
        public void untyped(String result) {
            seen.add("untyped");
        }
    }

    private final Chain chain = new Chain();
    private final Workbench bench = Workbench.of(chain).queue("other");

    private TaskSignature next(Object... args) {
        return TaskSignature.of("next").withArgs(args);
    }

    @Test
    void two_tasks_of_one_call_do_not_share_an_id() {
        TaskSignature named = with(next(1), TaskOption.TASK_ID, "same");

        refused(TaskOptionException.class, "link[1].options.task_id", named, named);
        refused(
                TaskOptionException.class,
                "link[0].options.link[0].options.task_id",
                with(named, TaskOption.LINK, List.of(named)));
        assertThatThrownBy(() ->
                        bench.tasks().call("first").taskId("same").link(named).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("link[0].options.task_id: another task of this call has the id 'same'");

        bench.tasks()
                .call("first")
                .link(named)
                .linkError(with(TaskSignature.of("alarm"), TaskOption.TASK_ID, "same"))
                .applyAsync();
    }

    private static <T> TaskSignature with(TaskSignature signature, TaskOption<T> option, T value) {
        return signature.set(TaskOptions.empty().with(option, value));
    }

    private void refused(Class<? extends TaskException> type, String path, Signature... links) {
        assertThatThrownBy(() -> bench.tasks().call("first").link(links).applyAsync())
                .isInstanceOf(type)
                .hasMessageContaining("cannot be sent: " + path + ":")
                .hasMessageStartingWith("A link");
        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void an_option_that_no_send_takes_is_refused_by_its_path() {
        TaskSignature good = next(1);
        refused(TaskOptionException.class, "link[0].options.priority", with(good, TaskOption.PRIORITY, 99));
        refused(TaskOptionException.class, "link[1].options.queue", good, with(good, TaskOption.QUEUE, "nowhere"));
        refused(TaskOptionException.class, "link[0].options.exchange", with(good, TaskOption.EXCHANGE, "nowhere"));
        refused(TaskOptionException.class, "link[0].options.serializer", with(good, TaskOption.SERIALIZER, "java"));
        refused(TaskOptionException.class, "link[0].options.compression", with(good, TaskOption.COMPRESSION, "rar"));
        refused(TaskOptionException.class, "link[0].options.reply_to", with(good, TaskOption.REPLY_TO, "nowhere"));
        refused(TaskOptionException.class, "link[0].options.task_id", with(good, TaskOption.TASK_ID, " "));
        refused(
                TaskOptionException.class,
                "link[0].options.headers",
                with(good, TaskOption.HEADERS, Map.of("abakus_id", "x")));
        refused(
                TaskOptionException.class,
                "link[0].options.countdown",
                with(good, TaskOption.COUNTDOWN, Duration.ofSeconds(9_999_999_999L)));
        refused(
                TaskOptionException.class,
                "link[0].options.expires",
                with(good, TaskOption.EXPIRES, Expiry.at(Instant.MAX)));
        refused(
                TaskOptionException.class,
                "link[0].options.timeout",
                with(good, TaskOption.TIMEOUT, Duration.ofSeconds(-1)));
        refused(
                TaskOptionException.class,
                "link[0].options.time_limit",
                with(good, TaskOption.TIME_LIMIT, Duration.ofNanos(1)));
    }

    @Test
    void links_of_links_are_checked_too() {
        refused(
                TaskOptionException.class,
                "link[0].options.link_error[0].options.priority",
                next(1).linkError(with(TaskSignature.of("alarm"), TaskOption.PRIORITY, -1)));
    }

    @Test
    void an_unknown_task_is_refused_by_its_path() {
        refused(TaskNotFoundException.class, "link[0].task", TaskSignature.of("nxt"));
    }

    @Test
    void arguments_are_checked_with_the_result_before_them() {
        refused(TaskArgumentException.class, "link[0].args", next());
        refused(TaskArgumentException.class, "link[0].args", next(1, 2));
        refused(TaskArgumentException.class, "link[0].args", next("no number"));
        refused(TaskArgumentException.class, "link[0].args", TaskSignature.of("alone"));
        refused(TaskArgumentException.class, "link[0].args", next("r").asImmutable());
        bench.tasks()
                .call("first")
                .link(next(1), TaskSignature.of("alone").asImmutable(), TaskSignature.of("untyped"))
                .applyAsync();
        bench.drain();
        assertThat(chain.seen).containsExactly("first", "result1", "alone", "untyped");
    }

    @Test
    void an_error_link_has_to_take_a_failed_task() {
        assertThatThrownBy(() -> bench.tasks().call("first").linkError(next(1)).applyAsync())
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("link_error[0].args");
    }

    @Test
    void more_than_can_be_meant_is_refused() {
        TaskSignature deep = TaskSignature.of("alone").asImmutable();
        for (int i = 0; i < 5_000; i++) {
            deep = TaskSignature.of("alone").asImmutable().link(deep);
        }
        Signature tooDeep = deep;
        assertThatThrownBy(() -> bench.tasks().call("first").link(tooDeep).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("deep");
        Signature[] many = new Signature[1_001];
        Arrays.fill(many, TaskSignature.of("a"));
        assertThatThrownBy(() -> bench.tasks().call("first").link(many).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("1000");
    }

    @Test
    void expires_in_a_link_counts_from_its_sending() {
        Instant later = bench.clock().now().plusSeconds(3_600);
        bench.tasks()
                .call("first")
                .countdown(Duration.ofMinutes(5))
                .link(
                        with(next(1), TaskOption.EXPIRES, Expiry.after(Duration.ofMillis(60_500))),
                        with(next(2), TaskOption.EXPIRES, Expiry.at(later)),
                        with(next(3), TaskOption.HEADERS, Map.of("ratio", 1.5)))
                .applyAsync();
        bench.clock().advance(Duration.ofMinutes(5));
        bench.runDue();

        List<TaskMessage> sent =
                bench.transport().sent().stream().map(one -> one.message()).toList();
        assertThat(sent.get(1).extras().expires()).contains(bench.clock().now().plusMillis(60_500));
        assertThat(sent.get(2).extras().expires()).contains(later);
        assertThat(sent.get(3).extras().headers()).containsEntry("ratio", 1.5);
        assertThat(chain.seen).containsExactly("first", "result1", "result2", "result3");
    }

    @Test
    void a_link_that_is_due_after_its_expiry_because_its_task_was_late_only_expires() {
        Instant soon = bench.clock().now().plusSeconds(50);
        TaskSignature late = with(next(1), TaskOption.COUNTDOWN, Duration.ofSeconds(30));
        bench.tasks()
                .call("first")
                .link(with(late, TaskOption.EXPIRES, Expiry.at(soon)), next(2))
                .applyAsync();
        bench.clock().advance(Duration.ofSeconds(40));
        bench.drain();

        assertThat(chain.seen).containsExactly("first", "result2");
        assertThat(bench.events().only(TaskEvent.Expired.class).message().task())
                .isEqualTo("next");
        assertThat(bench.transport().deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "5",
                "{}",
                "[5]",
                "[{}]",
                "[{\"task\":5}]",
                "[{\"task\":\"\"}]",
                "[{\"task\":\"next\",\"args\":5}]",
                "[{\"task\":\"next\",\"kwargs\":[]}]",
                "[{\"task\":\"next\",\"options\":[]}]",
                "[{\"task\":\"next\",\"immutable\":\"yes\"}]",
                "[{\"task\":\"next\",\"options\":{\"no_option\":1}}]",
                "[{\"task\":\"next\",\"options\":{\"connection\":{}}}]",
                "[{\"task\":\"next\",\"options\":{\"priority\":\"high\"}}]",
                "[{\"task\":\"next\",\"options\":{\"priority\":99}}]",
                "[{\"task\":\"next\",\"options\":{\"queue\":\"nowhere\"}}]",
                "[{\"task\":\"next\",\"options\":{\"expires\":\"soon\"}}]",
                "[{\"task\":\"next\",\"options\":{\"expires\":1e400}}]",
                "[{\"task\":\"next\",\"options\":{\"retry_policy\":{\"max_retries\":-5}}}]"
            })
    void a_strangers_message_with_a_bad_link_is_a_dead_letter_and_its_body_does_not_run(String link) {
        for (boolean afterFailure : List.of(false, true)) {
            bench.deliver(new MessageDraft("from-elsewhere", "first")
                    .body("{\"args\":[]}")
                    .followUps(afterFailure ? null : link, afterFailure ? link : null)
                    .message());

            assertThat(chain.seen).isEmpty();
            assertThat(bench.events().only(TaskEvent.Rejected.class).rejection().reason())
                    .isEqualTo(Rejection.Reason.INVALID_PROPERTY);
            bench.events().clear();
        }
    }

    @Test
    void celerys_own_form_is_read() {
        bench.deliver(new MessageDraft("from-elsewhere", "first")
                .body("{\"args\":[]}")
                .followUps(
                        "[{\"task\":\"next\",\"args\":[7],\"kwargs\":{},\"options\":{\"expires\":60,"
                                + "\"priority\":null},\"subtask_type\":null,\"immutable\":false,\"chord_size\":null}]",
                        null)
                .message());
        bench.drain();

        assertThat(chain.seen).containsExactly("first", "result7");
    }
}
