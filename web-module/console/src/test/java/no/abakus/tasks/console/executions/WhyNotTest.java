package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TaskReport;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.web.problem.Problem;
import org.junit.jupiter.api.Test;

/** What the console says about a task that neither runs nor waits. */
class WhyNotTest {

    private static final Instant AT = Instant.parse("2026-11-30T02:00:00Z");
    private static final String ID = "17";

    /** What the sources answer, by method. */
    private final Map<String, Object> answers = new HashMap<>(Map.<String, Object>of(
            "active", Map.of(),
            "executions", List.of(),
            "reserved", List.of(),
            "scheduled", List.of(),
            "waiting", Optional.empty(),
            "waitingForSlot", Map.of(),
            "sentBack", Optional.empty(),
            "revokedAt", Optional.empty(),
            "find", Optional.empty(),
            "page", new DeadLetterQueue.Page(List.of(), 0, 0, true, false)));

    private <T> T source(Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> answers.get(method.getName());
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Optional<WhyNot.Answer> answer() {
        return new WhyNot(
                        source(TaskHistory.class),
                        source(TaskControl.class),
                        source(TaskResults.class),
                        source(DeadLetterQueue.class),
                        (from, to, queue) -> List.of())
                .answer(ID, AT);
    }

    private static EndedTask ended(TaskState state) {
        return new EndedTask(
                1,
                ID,
                0,
                "mail.send",
                Optional.of("mail"),
                "a",
                state,
                Optional.empty(),
                Optional.empty(),
                AT,
                Optional.empty(),
                Optional.empty(),
                ID,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                false);
    }

    private static TaskReport report(TaskState state) {
        return new TaskReport(
                ID,
                "mail.send",
                state,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ID,
                0,
                Optional.empty(),
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void an_id_that_no_source_knows_has_no_answer() {
        assertThat(answer()).isEmpty();
    }

    @Test
    void one_source_that_knows_the_id_is_enough() {
        answers.put("find", Optional.of(report(TaskState.QUEUED)));
        WhyNot.Answer sent = answer().orElseThrow();
        assertThat(sent.code()).isEqualTo("unknown");
        assertThat(sent.since()).isEqualTo(AT);

        answers.put("revokedAt", Optional.of(AT));
        assertThat(answer().orElseThrow().code()).isEqualTo("revoked");

        answers.put("executions", List.of(ended(TaskState.SUCCESS)));
        assertThat(answer().orElseThrow().sentence()).isEqualTo("It has ended as succeeded.");
    }

    @Test
    void a_task_to_be_retried_that_the_broker_does_not_list_is_known() {
        answers.put("executions", List.of(ended(TaskState.RETRY)));

        assertThat(answer().orElseThrow().sentence()).startsWith("It is to be retried");
    }

    private void sentBack(int retries, Optional<String> reason) {
        Instant due = AT.plusSeconds(90);
        answers.put(
                "sentBack",
                Optional.of(new WaitingTask(
                        ID,
                        "mail.send",
                        "mail",
                        4,
                        retries,
                        Optional.of(due),
                        Optional.empty(),
                        Optional.of(AT),
                        reason.map(why -> new HeldTask(why, due, Optional.of(AT))))));
        answers.put("stats", Map.of());
        answers.put("queuesPausedSince", Map.of());
        answers.put("tasksPausedSince", Map.of());
        answers.put("audit", List.of());
    }

    @Test
    void a_paused_task_that_only_a_node_remembers_says_since_when() {
        sentBack(0, Optional.of(HeldTask.PAUSED));
        answers.put("tasksPausedSince", Map.of("mail.send", AT));

        assertThat(answer())
                .contains(new WhyNot.Answer(
                        "The task mail.send is paused since 2026-11-30T02:00:00Z.",
                        "paused-task",
                        AT,
                        "Resume the task."));
    }

    @Test
    void a_turn_that_only_a_node_remembers_is_named_without_the_tasks_before_it() {
        sentBack(0, Optional.of(HeldTask.RATE_LIMIT));

        WhyNot.Answer limited = answer().orElseThrow();
        assertThat(limited.code()).isEqualTo("rate-limit");
        assertThat(limited.sentence())
                .startsWith("It waits for its turn since 2026-11-30T02:00:00Z. Its turn is in 90 s, at ");
    }

    @Test
    void a_retry_that_only_a_node_remembers_says_when() {
        answers.put("executions", List.of(ended(TaskState.RETRY)));
        sentBack(1, Optional.empty());

        assertThat(answer())
                .contains(new WhyNot.Answer(
                        "It is retried in 90 s, at 2026-11-30T02:01:30Z, as retry 1.", "retry-wait", AT, null));
    }

    @Test
    void a_recorded_end_counts_more_than_what_a_node_remembers() {
        sentBack(0, Optional.of(HeldTask.PAUSED));
        answers.put("find", Optional.of(report(TaskState.SUCCESS)));

        assertThat(answer().orElseThrow().code()).isEqualTo("ended");
    }

    @Test
    void the_page_of_a_task_that_only_a_node_remembers_shows_it() {
        sentBack(0, Optional.of(HeldTask.PAUSED));

        CurrentTasks.Current shown =
                new CurrentTasks(source(TaskControl.class)).find(ID).orElseThrow();
        assertThat(shown.view().name()).isEqualTo("mail.send");
    }

    @Test
    void a_rejected_task_is_a_dead_letter_until_somebody_deletes_it() {
        answers.put("executions", List.of(ended(TaskState.REJECTED)));
        assertThat(answer().orElseThrow().code()).isEqualTo("ended");

        DeadLetter letter = new DeadLetter(
                "l", ID, "mail.send", "arguments", "too many", "mail", AT.toString(), "a", 0, Optional.empty());
        answers.put("page", new DeadLetterQueue.Page(List.of(letter), 1, 1, true, false));
        WhyNot.Answer dead = answer().orElseThrow();
        assertThat(dead.code()).isEqualTo("dead-letter");
        assertThat(dead.since()).isEqualTo(AT);
    }

    @Test
    void the_problem_says_what_may_have_happened() {
        HistoryOrigin all = new HistoryOrigin(HistoryOrigin.Kind.DATABASE, "a", "");
        HistoryOrigin off = new HistoryOrigin(HistoryOrigin.Kind.MEMORY_OFF, "a", "No history is kept");

        Problem unknown = UnknownTask.problem(ID, all).problem();
        assertThat(unknown.type().status()).isEqualTo(404);
        assertThat(unknown.detail())
                .startsWith("Nothing is known of task '17'. Either it was never sent")
                .contains("its row was deleted", "the broker does not list it");
        assertThat(UnknownTask.problem(ID, off).problem().detail()).contains("'17'. No history is kept. Either");
    }
}
