package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that run at the call. */
class EagerRunnerTest {

    static class Family {
        private final Tasks tasks;
        private final TaskRequest request;
        private final List<String> ran = new ArrayList<>();
        private Thread thread;

        Family(Tasks tasks, TaskRequest request) {
            this.tasks = tasks;
            this.request = request;
        }

        @AbakusTask(name = "parent")
        public void parent(boolean forgiving) {
            ran.add("parent begins");
            thread = Thread.currentThread();
            try {
                tasks.delay(Family::child);
            } catch (IllegalArgumentException e) {
                if (!forgiving) {
                    throw e;
                }
            }
            ran.add("parent ends");
        }

        @AbakusTask(name = "child")
        public void child() {
            ran.add("child of " + request.parentId().orElse("nobody"));
            throw new IllegalArgumentException("no pocket money");
        }

        @AbakusTask(name = "checked")
        public void checked() throws IOException {
            throw new IOException("disk full");
        }

        @AbakusTask(name = "again", maxRetries = 3)
        public int again(int wanted) {
            ran.add("retry " + request.retries());
            if (request.retries() < wanted) {
                throw request.retry(Duration.ofHours(1));
            }
            return request.retries();
        }

        @AbakusTask(name = "endless")
        public void endless() {
            tasks.delay(Family::endless);
        }

        @AbakusTask(name = "context")
        public void context() {
            ran.add(String.valueOf(LogContext.current().get("request_id")));
        }
    }

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.tasks();
    private final Family family = new Family(tasks, bench.request());

    @BeforeEach
    void register() {
        bench.register(family);
    }

    @Test
    void a_task_runs_at_the_call_in_the_callers_thread_and_its_children_within_it() {
        bench.eager();

        tasks.delay(Family::parent, false);

        assertThat(family.ran).containsExactly("parent begins", "child of task-1", "parent ends");
        assertThat(family.thread).isSameAs(Thread.currentThread());
        assertThat(bench).sent("parent").succeeded();
        assertThat(bench).sent("child").sentBy("task-1").failedBy(IllegalArgumentException.class);
        assertThat(bench).nothingWaits();
    }

    @Test
    void a_countdown_is_not_waited_for_nor_is_that_of_a_retry() {
        bench.eager();

        tasks.call(Family::again, 2).countdown(Duration.ofDays(1)).applyAsync();

        assertThat(family.ran).containsExactly("retry 0", "retry 1", "retry 2");
        assertThat(bench.clock().now()).isEqualTo(SettableClock.START);
    }

    @Test
    void a_call_by_name_and_a_signature_run_too() {
        bench.eager();

        tasks.call("again").args(0).applyAsync();
        tasks.applyAsync(tasks.signature(Family::again, 0));

        assertThat(family.ran).hasSize(2);
    }

    @Test
    void the_call_throws_what_the_task_threw_and_wraps_what_it_cannot_throw() {
        bench.eagerThrowing();

        assertThatThrownBy(() -> tasks.delay(Family::checked))
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThatThrownBy(() -> tasks.call("again").args(9).applyAsync()).hasMessageContaining("maxRetries");
    }

    @Test
    void a_childs_failure_is_its_parents_unless_that_one_copes_with_it() {
        bench.eagerThrowing();

        assertThatThrownBy(() -> tasks.delay(Family::parent, false)).hasMessage("no pocket money");
        tasks.delay(Family::parent, true);

        assertThat(family.ran).endsWith("parent ends");
    }

    @Test
    void what_was_sent_before_waits_on() {
        tasks.delay(Family::again, 0);
        bench.eager();

        tasks.delay(Family::context);

        assertThat(family.ran).containsExactly("null");
        assertThat(bench.runDue()).isEqualTo(1);
    }

    @Test
    void the_callers_log_context_is_the_tasks_and_is_back_afterwards() {
        bench.eager();

        try (LogScope scope = LogContext.bind("request_id", "R-1")) {
            tasks.delay(Family::context);
            assertThat(LogContext.current().get("task_id")).isNull();
        }

        assertThat(family.ran).containsExactly("R-1");
    }

    @Test
    void a_task_that_sends_itself_for_ever_is_stopped() {
        bench.eagerThrowing();

        assertThatThrownBy(() -> tasks.delay(Family::endless)).hasMessageContaining("levels deep");
    }
}
