package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.logging.LineTail;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.KeptMessage;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import org.junit.jupiter.api.Test;

/** What the history keeps of each ended task. */
class HistoryTest extends HistoryOfANode {

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
