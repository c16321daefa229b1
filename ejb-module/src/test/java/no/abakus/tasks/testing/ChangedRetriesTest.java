package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.engine.Chore;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.spi.TaskMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failed tasks are sent again with some changes, and everything else stays as it was sent. */
class ChangedRetriesTest {

    static class Mailer {
        @AbakusTask(name = "mail.send", maxRetries = 0)
        public void send(String to, int copies) {
            throw new IllegalStateException("no answer");
        }

        @AbakusTask(name = "mail.sent")
        public void sent() {}
    }

    private final Workbench bench = new Workbench()
            .set("abakus.tasks.history", "all")
            .set(
                    "abakus.tasks.routing.exchanges",
                    "news topic news.*.mail -> mail, news.#.other -> other; orders direct paid -> other")
            .queue("mail")
            .queue("other")
            .register(new Mailer());

    @BeforeEach
    void fail() {
        TaskOptions options = TaskOptions.empty()
                .with(TaskOption.QUEUE, "mail")
                .with(TaskOption.PRIORITY, 7)
                .with(TaskOption.SHADOW, "nightly mail")
                .with(TaskOption.TIME_LIMIT, Duration.ofSeconds(60))
                .with(TaskOption.SOFT_TIME_LIMIT, Duration.ofSeconds(30))
                .with(TaskOption.HEADERS, Map.of("tenant", "a"))
                .with(TaskOption.GROUP, "anna")
                .with(TaskOption.CORRELATION_ID, "order-1")
                .with(TaskOption.COMPRESSION, "gzip")
                .with(TaskOption.EXPIRES, Expiry.after(Duration.ofHours(1)))
                .with(TaskOption.IGNORE_RESULT, false)
                .with(
                        TaskOption.LINK,
                        List.of(bench.tasks().signature("mail.sent").asImmutable()))
                .with(TaskOption.TASK_ID, "t-1");
        try (LogScope scope = LogContext.replace(LogContext.of(Map.of("request_id", "abc-123")))) {
            bench.tasks().call("mail.send").args("a@b.no", 1).options(options).applyAsync();
        }
        bench.runDue();
        bench.expectFailure(IllegalStateException.class);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private TaskHistory history() {
        bench.engine().chores().stream()
                .filter(chore -> chore.name().contains("history"))
                .map(Chore::work)
                .forEach(Runnable::run);
        return bench.engine().history();
    }

    private InMemoryTransport.Sent again(RetryChanges changes) {
        HistoryRetry retry = history().retry("t-1", "eva", changes);
        assertThat(retry).isInstanceOf(HistoryRetry.Sent.class);
        List<InMemoryTransport.Sent> all = bench.transport().sent();
        InMemoryTransport.Sent last = all.get(all.size() - 1);
        assertThat(last.message().id()).isEqualTo(((HistoryRetry.Sent) retry).taskId());
        return last;
    }

    private static RetryChanges options(TaskOptions options) {
        return RetryChanges.of(options);
    }

    private TaskMessage first() {
        return bench.transport().sent().get(0).message();
    }

    @Test
    void one_option_changes_and_the_rest_stays() {
        InMemoryTransport.Sent again = again(options(TaskOptions.empty().with(TaskOption.PRIORITY, 2)));

        assertThat(again.route().priority()).isEqualTo(2);
        assertThat(again.route().queue()).isEqualTo("mail");
        TaskMessage message = again.message();
        assertThat(message.payload()).isEqualTo(first().payload());
        assertThat(message.followUps()).isEqualTo(first().followUps());
        assertThat(message.ignoreResult()).contains(false);
        assertThat(message.extras().shadow()).contains("nightly mail");
        assertThat(message.extras().timeLimit()).contains(Duration.ofSeconds(60));
        assertThat(message.extras().softTimeLimit()).contains(Duration.ofSeconds(30));
        assertThat(message.extras().headers()).containsEntry("tenant", "a");
        assertThat(message.extras().group()).contains("anna");
        assertThat(message.extras().correlationId()).contains("order-1");
        assertThat(message.extras().expires()).as("of the failed task").isEmpty();
        assertThat(message.context().toMap())
                .containsEntry("request_id", "abc-123")
                .containsEntry("retried_by", "eva")
                .containsEntry("retry_of", "t-1");
    }

    @Test
    void an_option_that_is_explicitly_none_is_removed() {
        TaskMessage message = again(options(TaskOptions.empty()
                        .withNone(TaskOption.SHADOW)
                        .withNone(TaskOption.LINK)
                        .withNone(TaskOption.SOFT_TIME_LIMIT)))
                .message();

        assertThat(message.extras().shadow()).isEmpty();
        assertThat(message.extras().softTimeLimit()).contains(Duration.ZERO);
        assertThat(message.extras().timeLimit()).contains(Duration.ofSeconds(60));
        assertThat(message.followUps().isEmpty()).isTrue();
    }

    @Test
    void other_arguments_alone_keep_every_option() {
        InMemoryTransport.Sent again =
                again(new RetryChanges(Optional.of(List.of("c@d.no", 2)), Optional.empty(), TaskOptions.empty()));

        assertThat(bench.arguments(again.message()).args()).containsExactly("c@d.no", 2);
        assertThat(again.message().summary().orElseThrow()).contains("copies=2");
        assertThat(again.message().compression()).contains("gzip");
        assertThat(again.message().extras().shadow()).contains("nightly mail");
        assertThat(again.message().followUps()).isEqualTo(first().followUps());
        assertThat(again.route().queue()).isEqualTo("mail");
        assertThat(again.route().priority()).isEqualTo(7);
    }

    @Test
    void another_queue_replaces_the_queue() {
        assertThat(again(options(TaskOptions.empty().with(TaskOption.QUEUE, "other")))
                        .route()
                        .queue())
                .isEqualTo("other");
    }

    @Test
    void an_exchange_replaces_the_queue_and_keeps_the_priority() {
        InMemoryTransport.Sent again = again(
                options(TaskOptions.empty().with(TaskOption.EXCHANGE, "orders").with(TaskOption.ROUTING_KEY, "paid")));

        assertThat(again.route().queue()).isEqualTo("other");
        assertThat(again.route().priority()).isEqualTo(7);
    }

    @Test
    void a_countdown_and_an_id_can_be_given() {
        TaskMessage message = again(options(TaskOptions.empty()
                        .with(TaskOption.COUNTDOWN, Duration.ofSeconds(5))
                        .with(TaskOption.TASK_ID, "t-2")))
                .message();

        assertThat(message.id()).isEqualTo("t-2");
        assertThat(message.eta()).contains(bench.clock().now().plusSeconds(5));
    }

    @Test
    void changes_that_are_not_valid_send_nothing_and_leave_the_failure() {
        TaskHistory history = history();
        int before = bench.transport().sent().size();

        assertThatThrownBy(() -> history.retry(
                        "t-1",
                        "eva",
                        options(TaskOptions.empty().with(TaskOption.SOFT_TIME_LIMIT, Duration.ofSeconds(90)))))
                .as("against the limit that stays")
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("soft limit must come first");
        assertThatThrownBy(() ->
                        history.retry("t-1", "eva", options(TaskOptions.empty().with(TaskOption.COMPRESSION, "zlib"))))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("Give the arguments as well");
        assertThatThrownBy(() -> history.retry(
                        "t-1",
                        "eva",
                        new RetryChanges(Optional.of(List.of("x", "many")), Optional.empty(), TaskOptions.empty())))
                .isInstanceOf(TaskArgumentException.class);

        assertThat(bench.transport().sent()).hasSize(before);
        assertThat(history.retry("t-1", "eva", RetryChanges.NONE)).isInstanceOf(HistoryRetry.Sent.class);
    }
}
