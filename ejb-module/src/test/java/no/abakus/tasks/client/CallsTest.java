package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call sends, or why it sends nothing. */
class CallsTest {

    static class Mailer {
        @AbakusTask(name = "mail.send", queue = "mail", priority = 7)
        public void send(String to, Optional<String> subject) {}

        @AbakusTask(name = "mail.loose", typing = false)
        public void loose(int number) {}

        @AbakusTask(name = "mail.tags")
        public void tags(List<Integer> tags) {}

        @AbakusTask(name = "mail.plain")
        public void plain() {}
    }

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench =
            Workbench.of(new Mailer()).queue("mail").set("abakus.tasks.routing.external-queues", "elsewhere");

    @Test
    void a_call_becomes_one_message() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            bench.tasks().delay(Mailer::send, "a@b.no", Optional.of("hei"));
        }

        TaskMessage message = onlyMessage();
        assertThat(message.id()).isEqualTo("task-1");
        assertThat(message.task()).isEqualTo("mail.send");
        assertThat(message.rootId()).isEqualTo("task-1");
        assertThat(message.parentId()).isEmpty();
        assertThat(message.retries()).isZero();
        assertThat(message.eta()).isEmpty();
        assertThat(message.origin()).isEqualTo(Workbench.NODE);
        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(message.body()).isEqualTo(new MessageBody.Text("{\"args\":[\"a@b.no\",\"hei\"]}"));
        assertThat(message.context()).isEqualTo(LogContext.of(Map.of("request_id", "r-1")));
    }

    @Test
    void a_call_by_name_is_the_same_message() {
        bench.tasks()
                .call("mail.send")
                .args("a@b.no")
                .kwargs(Map.of("subject", "hei"))
                .applyAsync();

        assertThat(onlyMessage().body())
                .isEqualTo(new MessageBody.Text("{\"args\":[\"a@b.no\"],\"kwargs\":{\"subject\":\"hei\"}}"));
        assertThat(onlyRoute()).isEqualTo(new Route("mail", 7));
    }

    @Test
    void a_send_is_an_event_after_the_fact() {
        bench.tasks().delay(Mailer::plain);

        TaskEvent.Sent sent = bench.events().only(TaskEvent.Sent.class);
        assertThat(sent.message()).isEqualTo(onlyMessage());
        assertThat(sent.route()).isEqualTo(new Route("default", 4));
    }

    @Test
    void a_broker_that_does_not_take_it_is_the_callers_exception_and_no_event() {
        bench.transport().breakDown("connection refused");

        assertThatThrownBy(() -> bench.tasks().delay(Mailer::plain)).isInstanceOf(OperationalException.class);
        assertThat(bench.events().all()).isEmpty();
    }

    @Test
    void the_callers_arguments_are_copied() {
        Map<String, Object> kwargs = new HashMap<>(Map.of("to", "a@b.no"));
        TaskCall<Object> call = bench.tasks().call("mail.send").kwargs(kwargs);

        kwargs.put("to", "x@y.no");
        call.applyAsync();

        assertThat(onlyMessage().body())
                .isEqualTo(new MessageBody.Text("{\"args\":[],\"kwargs\":{\"to\":\"a@b.no\"}}"));
    }

    @Test
    void a_call_can_be_kept_and_sent_again() {
        TaskCall<Object> call = bench.tasks().call("mail.plain");
        TaskCall<Object> urgent = call.priority(9);

        call.applyAsync();
        urgent.applyAsync();
        call.applyAsync();

        assertThat(bench.transport().sent())
                .extracting(sent -> sent.route().priority())
                .containsExactly(4, 9, 4);
        assertThat(bench.transport().sent())
                .extracting(sent -> sent.message().id())
                .containsExactly("task-1", "task-2", "task-3");
    }

    @Test
    void arguments_by_name_are_checked_before_anything_is_sent() {
        assertRefused(bench.tasks().call("mail.send").args(7)).isInstanceOf(TaskArgumentException.class);
        assertRefused(bench.tasks().call("mail.send")).hasMessageContaining("got nothing for to");
        assertRefused(bench.tasks()
                        .call(Mailer::send, "a", Optional.<String>empty())
                        .args(1, 2, 3))
                .hasMessageContaining("got 3 positional arguments for 2 parameters");
    }

    @Test
    void arguments_that_replace_those_the_compiler_has_seen_are_checked() {
        assertRefused(bench.tasks().call(Mailer::tags, List.of(1)).args(List.of("one")))
                .isInstanceOf(TaskArgumentException.class);
        assertRefused(bench.tasks().call(Mailer::tags, List.of(1)).args().kwargs(Map.of("tags", List.of("one"))))
                .isInstanceOf(TaskArgumentException.class);
    }

    @Test
    void a_task_without_typing_is_sent_unchecked() {
        bench.tasks().call("mail.loose").args("no number").applyAsync();

        assertThat(bench.transport().sent()).hasSize(1);
    }

    @Test
    void an_unknown_task_needs_a_queue() {
        assertRefused(bench.tasks().call("mail.sned"))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("did you mean 'mail.send'?");
        assertRefused(bench.tasks()
                        .call("mail.sned")
                        .options(TaskOptions.empty().withNone(TaskOption.QUEUE)))
                .isInstanceOf(TaskNotFoundException.class);

        bench.tasks().call("their.task").queue("elsewhere").args(1, "x").applyAsync();

        assertThat(onlyMessage().task()).isEqualTo("their.task");
        assertThat(onlyRoute()).isEqualTo(new Route("elsewhere", 4));
    }

    @Test
    void a_call_says_more_than_the_signature_and_the_signature_more_than_the_task() {
        TaskSignature signature = bench.tasks()
                .signature("mail.send")
                .withArgs("a@b.no")
                .set(TaskOptions.empty().with(TaskOption.PRIORITY, 2));

        bench.tasks().applyAsync(signature);
        bench.tasks().applyAsync(signature.set(TaskOptions.empty().with(TaskOption.PRIORITY, 3)));

        assertThat(bench.transport().sent())
                .extracting(InMemoryTransport.Sent::route)
                .containsExactly(new Route("mail", 2), new Route("mail", 3));
    }

    @Test
    void none_is_not_what_the_task_says() {
        bench.tasks()
                .call("mail.send")
                .args("a@b.no")
                .options(TaskOptions.empty().withNone(TaskOption.QUEUE).withNone(TaskOption.PRIORITY))
                .applyAsync();

        assertThat(onlyRoute()).isEqualTo(new Route("default", 4));
    }

    @Test
    void a_queue_that_nobody_consumes_is_refused_with_those_that_are() {
        assertRefused(bench.tasks().call("mail.plain").queue("mial"))
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("No queue is called 'mial' here; the known queues are [default, elsewhere, mail]. Declare a"
                        + " listener for the queue, or list the queue in abakus.tasks.routing.external-queues");
    }

    @Test
    void a_queue_for_answers_that_nobody_consumes_is_refused_too() {
        assertRefused(bench.tasks().call("mail.plain").replyTo("answesr"))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageStartingWith("No queue is called 'answesr' here");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_priority_that_jms_does_not_have_is_refused(int priority) {
        assertRefused(bench.tasks().call("mail.plain").priority(priority))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("Priority " + priority + " is out of range");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void the_outermost_priorities_are_taken(int priority) {
        bench.tasks().call("mail.plain").priority(priority).applyAsync();

        assertThat(onlyRoute().priority()).isEqualTo(priority);
    }

    @Test
    void a_countdown_counts_from_the_send() {
        TaskCall<Object> call = bench.tasks().call("mail.plain").countdown(Duration.ofMinutes(5));
        bench.clock().advance(Duration.ofHours(1));

        call.applyAsync();

        assertThat(onlyMessage().eta()).contains(NOW.plus(Duration.ofMinutes(65)));
    }

    @Test
    void an_eta_is_rounded_up_to_the_millisecond_so_that_no_task_runs_early() {
        bench.tasks().call("mail.plain").eta(NOW.plusNanos(1)).applyAsync();
        bench.tasks().call("mail.plain").eta(NOW.plusMillis(2)).applyAsync();

        assertThat(bench.transport().sent())
                .extracting(sent -> sent.message().eta())
                .containsExactly(Optional.of(NOW.plusMillis(1)), Optional.of(NOW.plusMillis(2)));
    }

    @Test
    void what_is_due_now_or_was_before_has_no_eta() {
        bench.tasks().call("mail.plain").countdown(Duration.ZERO).applyAsync();
        bench.tasks().call("mail.plain").countdown(Duration.ofDays(-1)).applyAsync();
        bench.tasks()
                .call("mail.plain")
                .countdown(Duration.ofSeconds(Long.MIN_VALUE))
                .applyAsync();
        bench.tasks().call("mail.plain").eta(NOW).applyAsync();
        bench.tasks().call("mail.plain").eta(Instant.MIN).applyAsync();

        assertThat(bench.transport().sent())
                .hasSize(5)
                .extracting(sent -> sent.message().eta())
                .containsOnly(Optional.empty());
    }

    @Test
    void a_time_beyond_all_calendars_is_refused() {
        for (TaskCall<Object> call : List.of(
                bench.tasks().call("mail.plain").eta(Instant.MAX),
                bench.tasks().call("mail.plain").eta(Instant.parse("+10000-01-01T00:00:00Z")),
                bench.tasks().call("mail.plain").countdown(Duration.ofDays(365L * 10_000)),
                bench.tasks().call("mail.plain").countdown(Duration.ofSeconds(Long.MAX_VALUE)))) {
            assertRefused(call).isInstanceOf(TaskOptionException.class);
        }
    }

    @Test
    void the_last_instant_of_the_calendar_is_taken() {
        bench.tasks()
                .call("mail.plain")
                .eta(Instant.parse("9999-12-31T23:59:59Z"))
                .applyAsync();

        assertThat(onlyMessage().eta()).isPresent();
    }

    @Test
    void countdown_and_eta_contradict_each_other() {
        assertRefused(bench.tasks()
                        .call("mail.plain")
                        .countdown(Duration.ofSeconds(1))
                        .eta(NOW))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("a countdown of PT1S and an eta of " + NOW + "; set only one of them");

        bench.tasks()
                .call("mail.plain")
                .countdown(Duration.ofSeconds(1))
                .options(TaskOptions.empty().withNone(TaskOption.COUNTDOWN))
                .eta(NOW.plusSeconds(9))
                .applyAsync();
        assertThat(onlyMessage().eta()).contains(NOW.plusSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_blank_id_is_refused(String id) {
        assertRefused(bench.tasks().call("mail.plain").taskId(id))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("task_id is blank");
    }

    @Test
    void arguments_beyond_the_limit_are_refused() {
        bench.set("abakus.tasks.message.max-body-size", "1024");

        assertRefused(bench.tasks().call("mail.send").args("x".repeat(2000)))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("at most 1024");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(TaskCall<?> call) {
        var refusal = assertThatThrownBy(call::applyAsync);
        assertThat(bench.transport().sent()).isEmpty();
        return refusal;
    }

    private TaskMessage onlyMessage() {
        assertThat(bench.transport().sent()).hasSize(1);
        return bench.transport().sent().get(0).message();
    }

    private Route onlyRoute() {
        return bench.transport().sent().get(0).route();
    }
}
