package no.abakus.tasks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task counts as sent when the transaction that sends it is committed. */
class SentEventsTest {

    static class Job {
        @AbakusTask(name = "job")
        public void run(String text) {
            assertThat(text).isNotNull();
        }
    }

    private final CapturedLines lines = CapturedLines.of("no.abakus.tasks");
    private final Workbench bench = Workbench.of(new Job()).set("abakus.tasks.control.events", "true");
    private final Tasks tasks = bench.tasks();

    @AfterEach
    void stopCapturing() {
        lines.close();
    }

    @Test
    void nothing_is_published_before_the_commit_and_then_in_order() {
        bench.transactions().own(() -> {
            tasks.delay(Job::run, "1");
            tasks.delay(Job::run, "2");
            assertThat(created()).isEmpty();
            assertThat(bench.events().all()).isEmpty();
            return null;
        });

        assertThat(created()).containsExactly("task-1", "task-2");
        assertThat(bench.events().names()).containsExactly("Sent", "Sent");
        assertThat(bench.watched()).extracting("type").containsExactly("task-sent", "task-sent");
    }

    @Test
    void nothing_is_published_after_a_rollback() {
        assertThatThrownBy(() -> bench.transactions().own(() -> {
                    tasks.delay(Job::run, "1");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(created()).isEmpty();
        assertThat(bench.events().all()).isEmpty();
        assertThat(bench.watched()).isEmpty();
    }

    @Test
    void a_line_after_the_commit_belongs_to_the_request_that_sent_although_it_is_over() {
        bench.transactions().own(() -> {
            try (LogScope scope = LogContext.bind("request_id", "r-1")) {
                tasks.delay(Job::run, "1");
            }
            return null;
        });

        assertThat(lines.only("async_task_created").fields())
                .containsEntry("request_id", "r-1")
                .containsEntry("task_id", "task-1");
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void what_waits_for_the_commit_needs_no_room_for_bodies() {
        bench.transactions().own(() -> tasks.delay(Job::run, "x".repeat(100_000)));
        tasks.delay(Job::run, "outside");

        List<TaskEvent.Sent> sent = bench.events().of(TaskEvent.Sent.class);
        assertThat(sent.get(0).message().body().size()).isZero();
        assertThat(sent.get(0).message().summary()).isPresent();
        assertThat(sent.get(1).message().body().size()).isPositive();
    }

    @Test
    void a_send_outside_of_the_callers_transaction_is_published_at_once() {
        assertThatThrownBy(() -> bench.transactions().own(() -> {
                    bench.transactions().outside(() -> tasks.delay(Job::run, "1"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(bench.events().names()).containsExactly("Sent");
    }

    /** The ids in the lines that say that a task was sent. */
    private List<Object> created() {
        return lines.all().stream()
                .filter(line -> line.event().equals("async_task_created"))
                .map(line -> line.fields().get("task_id"))
                .toList();
    }
}
