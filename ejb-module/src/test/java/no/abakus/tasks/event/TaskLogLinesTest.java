package no.abakus.tasks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.CapturedLines.Line;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines of the task system: which event, at which level, with which fields, in which context. */
class TaskLogLinesTest {

    static class Job {
        private final TaskRequest request;
        private final Tasks tasks;
        private Supplier<RuntimeException> end = () -> null;

        Job(TaskRequest request, Tasks tasks) {
            this.request = request;
            this.tasks = tasks;
        }

        @AbakusTask(name = "job", maxRetries = 1, retryDelay = "PT10S")
        public void run() {
            RuntimeException thrown = end.get();
            if (thrown != null) {
                throw thrown;
            }
        }

        @AbakusTask(name = "parent")
        public void parent() {
            tasks.delay(Job::run);
        }
    }

    private final CapturedLines lines = CapturedLines.of("no.abakus.tasks");
    private final Workbench bench = new Workbench();
    private final Job job = new Job(bench.request(), bench.tasks());
    private final Tasks tasks = bench.register(job).tasks();

    @AfterEach
    void stopCapturing() {
        lines.close();
    }

    @Test
    void a_send_is_logged_in_the_senders_context_with_the_new_tasks_ids() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            tasks.call(Job::run).countdown(Duration.ofSeconds(5)).applyAsync();
        }

        Line line = lines.only("async_task_created");
        assertThat(line.level()).isEqualTo("info");
        assertThat(line.fields())
                .containsExactly(
                        Map.entry("request_id", "r-1"),
                        Map.entry("task_id", "task-1"),
                        Map.entry("task_name", "job"),
                        Map.entry("queue", "default"),
                        Map.entry("eta", "2026-01-01T12:00:05Z"));
    }

    @Test
    void a_send_from_a_task_names_parent_and_root() {
        tasks.delay(Job::parent);
        bench.runDue();

        assertThat(lines.all())
                .filteredOn(line -> line.event().equals("async_task_created"))
                .last()
                .satisfies(line -> assertThat(line.fields())
                        .containsEntry("task_id", "task-2")
                        .containsEntry("task_name", "job")
                        .containsEntry("parent_task_id", "task-1")
                        .containsEntry("root_task_id", "task-1"));
    }

    @Test
    void an_execution_is_logged_in_the_tasks_context() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            tasks.delay(Job::run);
        }
        bench.clock().advance(Duration.ofMillis(250));
        job.end = () -> {
            bench.clock().advance(Duration.ofNanos(1_234_567));
            return null;
        };
        bench.runDue();

        assertThat(lines.events())
                .filteredOn(event -> !event.equals("task_routed"))
                .containsExactly("async_task_created", "task_started", "task_succeeded");
        Map<String, Object> context = Map.of(
                "request_id", "r-1", "task_id", "task-1", "task_name", "job", "root_task_id", "task-1", "retries", 0);
        assertThat(lines.only("task_started").level()).isEqualTo("info");
        assertThat(lines.only("task_started").fields())
                .containsAllEntriesOf(context)
                .containsEntry("queue", "default")
                .hasSize(6);
        assertThat(lines.only("task_succeeded").level()).isEqualTo("info");
        assertThat(lines.only("task_succeeded").fields())
                .containsAllEntriesOf(context)
                .containsEntry("duration_ms", 1.235)
                .containsEntry("queue_ms", 250.0)
                .hasSize(7);
    }

    @Test
    void a_failure_is_an_error_with_its_exception() {
        IllegalStateException thrown = new IllegalStateException("no");
        job.end = () -> thrown;
        tasks.delay(Job::run);
        bench.runDue();

        Line line = lines.only("task_failed");
        assertThat(line.level()).isEqualTo("severe");
        assertThat(line.thrown()).isSameAs(thrown);
        assertThat(line.fields()).containsEntry("task_id", "task-1").containsEntry("duration_ms", 0.0);
    }

    @Test
    void a_retry_is_a_warning_with_its_time_and_cause() {
        IllegalStateException cause = new IllegalStateException("mail server is down");
        job.end = () -> job.request.retry(Duration.ofSeconds(30), cause);
        tasks.delay(Job::run);
        bench.runDue();

        Line line = lines.only("task_retrying");
        assertThat(line.level()).isEqualTo("warning");
        assertThat(line.thrown()).isSameAs(cause);
        assertThat(line.fields())
                .containsEntry("eta", "2026-01-01T12:00:30Z")
                .containsEntry("duration_ms", 0.0)
                .containsEntry("retries", 0);
    }

    @Test
    void a_retry_without_a_cause_has_no_exception() {
        job.end = () -> job.request.retry();
        tasks.delay(Job::run);
        bench.runDue();

        assertThat(lines.only("task_retrying").thrown()).isNull();
    }

    @Test
    void an_unknown_task_is_not_found_and_rejected() {
        bench.deliver(new MessageDraft("1", "jbo").message());

        assertThat(lines.events()).containsExactly("task_not_found", "task_rejected");
        assertThat(lines.only("task_not_found").level()).isEqualTo("severe");
        assertThat(lines.only("task_rejected").level()).isEqualTo("severe");
        assertThat(lines.only("task_rejected").fields())
                .containsEntry("reason", "unknown-task")
                .containsEntry("queue", "default")
                .containsEntry("message_id", "1")
                .containsEntry("task_id", "1")
                .containsEntry("task_name", "jbo")
                .containsKey("detail");
    }

    @Test
    void a_switched_off_logger_makes_no_lines_and_no_events_for_them() {
        Logger logger = Logger.getLogger("no.abakus.tasks");
        Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            assertThat(new TaskLogLines().isListening()).isFalse();
            tasks.delay(Job::run);
            bench.runDue();
        } finally {
            logger.setLevel(before);
        }

        assertThat(lines.all()).isEmpty();
    }
}
