package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.logging.LineTail;
import no.abakus.logging.LogContext;
import no.abakus.logging.Redaction;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.HistoryConfig;
import no.abakus.tasks.config.HistoryConfig.Kept;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.operate.KeptMessage;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.CountingIds;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.InMemoryHistory;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Duration TOOK = Duration.ofMillis(30);

    private final SettableClock clock = new SettableClock();
    private final InMemoryHistory store = new InMemoryHistory();
    private final java.util.ArrayList<TaskMessage> sent = new java.util.ArrayList<>();
    private History history = history(Kept.ALL);

    private History history(Kept kept) {
        return new History(
                new HistoryConfig(kept, 250, Duration.ofDays(7), Duration.ofDays(30), 5_000_000),
                new NodeIdentity("node-a", "run-1", clock.now()),
                new Sources(clock, new CountingIds(), new CountingIds(), () -> 0.5),
                Redaction.standard(),
                new JsonTaskSerializer(),
                store.stores(),
                new EachAlone(),
                task -> !task.equals("secret.task"),
                (route, message) -> {
                    sent.add(message);
                    return "new-" + sent.size();
                });
    }

    private static MessageDraft draft(String id, String task) {
        return new MessageDraft(id, task)
                .body("{\"args\":[\"a@b.no\"]}")
                .summary("\"a@b.no\"")
                .context(Map.of("request_id", "abc-123", "current_user", "anna", "tenant", 7, "load", 0.5));
    }

    private Delivery delivery(TaskMessage message) {
        Instant due = clock.now().minusMillis(130);
        return new Delivery(message, new Route("mail", 7), due, 1, false);
    }

    private void succeed(String id, String task) {
        history.listener()
                .onEvent(new TaskEvent.Succeeded(delivery(draft(id, task).message()), TOOK, Duration.ofMillis(100)));
    }

    private void fail(TaskMessage message) {
        history.listener()
                .onEvent(new TaskEvent.Failed(
                        delivery(message), TOOK, new IllegalStateException("no answer, password=hunter2")));
    }

    private void fail(String id) {
        fail(draft(id, "mail.send").message());
    }

    private HistoryPage page(String query) {
        return history.api().page(HistoryQuery.parse(query, clock.now()), OptionalLong.empty(), 50);
    }

    @Test
    void a_success_is_stored_within_a_flush() {
        succeed("1", "mail.send");
        assertThat(store.all()).isEmpty();

        history.flush();

        EndedTask task = page("").items().get(0);
        assertThat(task.taskId()).isEqualTo("1");
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(task.queue()).contains("mail");
        assertThat(task.took()).contains(TOOK);
        assertThat(task.waited()).contains(Duration.ofMillis(100));
        assertThat(task.requestId()).contains("abc-123");
        assertThat(task.user()).contains("anna");
        assertThat(task.context()).containsEntry("tenant", "7");
        assertThat(task.arguments()).contains("\"a@b.no\"");
        assertThat(page("").origin().kind()).isEqualTo(HistoryOrigin.Kind.DATABASE);
        assertThat(page("").total().isExact()).isTrue();
    }

    @Test
    void a_failure_is_kept_with_its_message_and_its_redacted_exception() {
        fail("1");
        history.flush();

        EndedTask task = page("state:failed").items().get(0);
        assertThat(task.error().orElseThrow())
                .startsWith("IllegalStateException: no answer")
                .doesNotContain("hunter2");
        KeptMessage message = history.api().evidence(task).orElseThrow();
        assertThat(message.contentType()).contains("application/json");
        assertThat(message.bodyKept()).isTrue();
        assertThat(message.properties()).containsEntry("queue", "mail");
        assertThat(message.properties().get("priority")).hasToString("7");
        assertThat(message.traceback().orElseThrow()).contains("HistoryTest").doesNotContain("hunter2");
        assertThat(task.retryable()).isTrue();
    }

    private static void log(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LineTail.note(bytes, bytes.length);
    }

    @Test
    void a_failure_is_kept_with_the_log_lines_of_its_execution() {
        Delivery delivery = delivery(draft("1", "mail.send").message());
        history.lines().onEvent(new TaskEvent.Started(delivery, Duration.ZERO));
        log("of a task that succeeds");
        history.listener().onEvent(new TaskEvent.Succeeded(delivery, TOOK, Duration.ZERO));
        log("of no task");
        history.lines().onEvent(new TaskEvent.Started(delivery, Duration.ZERO));
        log("{\"event\":\"connecting\"}");
        log("{\"event\":\"refused\"}");
        fail("2");
        history.flush();

        KeptMessage kept =
                history.api().evidence(page("state:failed").items().get(0)).orElseThrow();
        assertThat(kept.lines()).containsExactly("{\"event\":\"connecting\"}", "{\"event\":\"refused\"}");
    }

    @Test
    void failures_at_one_place_are_one_group() {
        fail("1");
        fail("2");
        history.flush();

        List<FailureGroup> groups = history.api().groups(Instant.EPOCH);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).total()).isEqualTo(2);
        assertThat(groups.get(0).errorType()).isEqualTo(IllegalStateException.class.getName());
        assertThat(page("group:" + groups.get(0).id()).items()).hasSize(2);
    }

    @Test
    void every_other_end_is_kept_too() {
        TaskMessage message = draft("1", "mail.send").message();
        Rejection rejection = new Rejection(Rejection.Reason.ARGUMENTS, "too many");
        history.listener().onEvent(new TaskEvent.Retrying(delivery(message), TOOK, clock.now(), Optional.empty()));
        history.listener().onEvent(new TaskEvent.Ignored(delivery(message), TOOK, "nothing to do"));
        history.listener().onEvent(new TaskEvent.Revoked(delivery(message), false, "id 1"));
        history.listener().onEvent(new TaskEvent.Expired(message, "mail", TaskEvent.Expired.FoundBy.BROKER));
        history.listener().onEvent(new TaskEvent.Rejected(delivery(message), rejection));
        history.listener().onEvent(new TaskEvent.Unreadable("mail", "ID:7", rejection));
        history.flush();

        assertThat(page("").items())
                .extracting(EndedTask::state)
                .containsExactly(
                        TaskState.REJECTED,
                        TaskState.REJECTED,
                        TaskState.EXPIRED,
                        TaskState.REVOKED,
                        TaskState.IGNORED,
                        TaskState.RETRY);
        assertThat(page("state:rejected error:arguments").items()).hasSize(2);
    }

    @Test
    void events_in_the_middle_of_a_task_leave_no_row() {
        history.listener()
                .onEvent(new TaskEvent.Started(delivery(draft("1", "mail.send").message()), Duration.ZERO));
        history.flush();

        assertThat(store.all()).isEmpty();
    }

    @Test
    void what_a_stranger_sends_fits_every_column() {
        String odd = "\u0000\ud800" + "x".repeat(9_000);
        TaskMessage message = new MessageDraft(odd, odd)
                .summary(odd)
                .context(Map.of(odd, odd, "request_id", odd))
                .message();
        fail(message);
        history.flush();

        EndedTask task = page("").items().get(0);
        assertThat(task.taskId()).hasSize(255).startsWith("\uFFFD\uFFFDx");
        assertThat(task.arguments().orElseThrow()).hasSize(4_096).startsWith("\uFFFD\uFFFD");
        assertThat(task.requestId().orElseThrow()).hasSize(255);
    }

    @Test
    void a_body_that_is_too_large_or_secret_is_not_kept() {
        fail(draft("large", "mail.send").body("æ".repeat(40_000)).message());
        fail(draft("secret", "secret.task").message());
        history.flush();

        assertThat(page("").items()).noneMatch(EndedTask::retryable);
        assertThat(history.api().retry("large", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.BODY_NOT_KEPT));
        assertThat(history.api().retry("secret", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.BODY_NOT_KEPT));
    }

    @Test
    void a_failure_is_sent_again_as_it_was_and_only_once() {
        TaskMessage failed = draft("1", "mail.send")
                .retries(3)
                .ignoreResult(false)
                .followUps("[]", null)
                .parent("root", "parent")
                .message();
        fail(failed);
        history.flush();

        assertThat(history.api().retry("1", "eva")).isEqualTo(new HistoryRetry.Sent("new-1"));
        assertThat(history.api().retry("1", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.ALREADY_RETRIED));

        TaskMessage again = sent.get(0);
        assertThat(again.body()).isEqualTo(failed.body());
        assertThat(again.retries()).isZero();
        assertThat(again.rootId()).isEqualTo("root");
        assertThat(again.parentId()).contains("parent");
        assertThat(again.ignoreResult()).contains(false);
        assertThat(again.followUps().link()).contains("[]");
        assertThat(again.context().toMap())
                .containsEntry("request_id", "abc-123")
                .containsEntry("load", 0.5)
                .containsEntry("retried_by", "eva");
        assertThat(again.context().get("tenant")).hasToString("7");
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void a_binary_body_is_sent_again_byte_by_byte() {
        byte[] bytes = {0, -1, 127, -128};
        fail(draft("1", "mail.send")
                .body(new MessageBody.Binary(bytes))
                .compression("zstd")
                .message());
        history.flush();

        history.api().retry("1", "eva");

        assertThat(((MessageBody.Binary) sent.get(0).body()).bytes()).isEqualTo(bytes);
        assertThat(sent.get(0).compression()).contains("zstd");
    }

    @Test
    void what_did_not_fail_is_not_sent_again() {
        succeed("1", "mail.send");
        history.flush();

        assertThat(history.api().retry("1", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.NOT_FAILED));
        assertThat(history.api().retry("none", "eva")).isEqualTo(new HistoryRetry.Refused(Reason.NOT_FOUND));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_retry_with_other_arguments_runs_in_the_context_of_the_failure() {
        fail("1");
        history.flush();

        HistoryRetry retry = history.api().retry("1", "eva", failed -> {
            assertThat(LogContext.current().get("request_id")).isEqualTo("abc-123");
            return failed.taskId() + "-again";
        });

        assertThat(retry).isEqualTo(new HistoryRetry.Sent("1-again"));
    }

    @Test
    void without_a_console_nothing_is_stored_and_memory_answers_with_a_label() {
        history = history(Kept.AUTO);
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        assertThat(store.all()).isEmpty();
        HistoryPage page = page("state:failed");
        assertThat(page.items()).extracting(EndedTask::taskId).containsExactly("2");
        assertThat(page.origin().kind()).isEqualTo(HistoryOrigin.Kind.MEMORY_OFF);
        assertThat(page.origin().sentence()).contains("abakus.tasks.history").contains("node-a");
        assertThat(history.api().groups(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void a_console_turns_the_history_on_unless_it_is_configured() {
        history = history(Kept.AUTO);
        history.api().keepUnlessConfigured(true);
        succeed("1", "mail.send");
        history.flush();
        assertThat(store.all()).hasSize(1);

        history = history(Kept.OFF);
        history.api().keepUnlessConfigured(true);
        succeed("2", "mail.send");
        history.flush();
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void failures_alone_are_kept_on_demand_and_everything_is_counted() {
        history = history(Kept.FAILURES);
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        assertThat(store.all()).extracting(row -> row.ended().taskId()).containsExactly("2");
        assertThat(counts().ends()).isEqualTo(Map.of("succeeded", 1L, "failed", 1L));
    }

    private MinuteCounts counts() {
        return store.minutes(Instant.EPOCH, clock.now().plusSeconds(60), Optional.of("mail.send"))
                .get(0);
    }

    @Test
    void while_the_database_is_away_memory_answers_and_afterwards_nothing_is_missing() {
        store.away(true);
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        HistoryPage page = page("");
        assertThat(page.items()).hasSize(2);
        assertThat(page.origin().kind()).isEqualTo(HistoryOrigin.Kind.MEMORY_DATABASE);
        assertThatExceptionOfType(OperationalException.class)
                .isThrownBy(() -> history.api().minutes(Instant.EPOCH, clock.now(), Optional.empty()));

        store.away(false);
        clock.advance(Duration.ofSeconds(5));
        history.flush();

        assertThat(store.all()).hasSize(2);
        assertThat(counts().total()).isEqualTo(2);
        assertThat(page("").origin().kind()).isEqualTo(HistoryOrigin.Kind.DATABASE);
    }

    @Test
    void a_full_ring_drops_ends_and_says_how_many() {
        store.away(true);
        history.flush();
        fail("first");
        history.flush();
        for (int i = 0; i < Ring.ROOM + 10; i++) {
            history.listener()
                    .onEvent(new TaskEvent.Revoked(
                            delivery(new MessageDraft("t" + i, "mail.send").message()), false, "id"));
        }

        assertThat(history.api().dropped()).isEqualTo(10);
    }

    @Test
    void above_the_rate_successes_are_sampled_and_the_counts_stay_exact() {
        for (int i = 0; i < 5_000; i++) {
            succeed("t" + i, "mail.send");
        }
        history.flush();

        assertThat(store.all()).hasSizeLessThan(2_000);
        assertThat(counts().ends()).isEqualTo(Map.of("succeeded", 5_000L));
        assertThat(page("").total().isExact()).isFalse();
        assertThat(page("").total().executions()).isBetween(4_000L, 6_000L);
    }

    @Test
    void old_ends_are_deleted_and_failures_later() {
        succeed("1", "mail.send");
        fail("2");
        history.flush();

        clock.advance(Duration.ofDays(8));
        history.removeExpired();
        assertThat(store.all()).extracting(row -> row.ended().taskId()).containsExactly("2");

        clock.advance(Duration.ofDays(30));
        history.removeExpired();
        assertThat(store.all()).isEmpty();
        assertThat(history.api().groups(Instant.EPOCH)).isEmpty();
    }

    @Test
    void what_operators_did_is_kept_the_latest_first() {
        history.api().record(action("pause-queue"));
        history.api().record(action("resume-queue"));

        assertThat(history.api().audit(OptionalLong.empty(), 10))
                .extracting(entry -> entry.action().action())
                .containsExactly("resume-queue", "pause-queue");

        store.away(true);
        history.api().record(action("quiet"));
    }

    private static OperatorAction action(String name) {
        return new OperatorAction("anna", Optional.empty(), name, Optional.of("mail"), Optional.empty(), "done");
    }
}
