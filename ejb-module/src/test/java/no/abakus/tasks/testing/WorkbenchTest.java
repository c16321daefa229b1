package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.logging.LogContext;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.Test;

/** How the workbench is used; the pattern for tests of tasks. */
class WorkbenchTest {

    static class Mailer {
        private final List<String> sent = new ArrayList<>();

        @AbakusTask(name = "mail.send")
        public int send(String to) {
            sent.add(to);
            return sent.size();
        }
    }

    static class Newsletter {
        private final Tasks tasks;
        private final TaskRequest request;

        Newsletter(Tasks tasks, TaskRequest request) {
            this.tasks = tasks;
            this.request = request;
        }

        @AbakusTask(name = "newsletter.send")
        public void send(List<String> recipients) {
            if (request.retries() == 0) {
                throw request.retry(Duration.ofSeconds(30));
            }
            recipients.forEach(to -> tasks.delay(Mailer::send, to));
        }
    }

    static class Restless {
        private final Tasks tasks;

        Restless(Tasks tasks) {
            this.tasks = tasks;
        }

        @AbakusTask(name = "restless")
        public void run() {
            tasks.delay(Restless::run);
        }
    }

    private final Mailer mailer = new Mailer();
    private final Workbench bench = Workbench.of(mailer);

    @Test
    void a_task_runs_once_it_is_due() {
        bench.tasks()
                .call(Mailer::send, "a@b.no")
                .countdown(Duration.ofMinutes(5))
                .applyAsync();

        assertThat(bench.runDue()).isZero();
        bench.clock().advance(Duration.ofMinutes(5));

        assertThat(bench.runDue()).isEqualTo(1);
        assertThat(mailer.sent).containsExactly("a@b.no");
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
    }

    @Test
    void tasks_that_send_and_retry_run_to_the_end() {
        bench.register(new Newsletter(bench.tasks(), bench.request()));
        bench.tasks().delay(Newsletter::send, List.of("a@b.no", "c@d.no"));

        assertThat(bench.runDue()).isEqualTo(1);
        bench.clock().advance(Duration.ofSeconds(30));
        assertThat(bench.runDue()).isEqualTo(3);

        assertThat(mailer.sent).containsExactly("a@b.no", "c@d.no");
        assertThat(LogContext.current()).isEqualTo(LogContext.empty());
    }

    @Test
    void a_task_that_sends_itself_for_ever_is_stopped() {
        bench.register(new Restless(bench.tasks()));
        bench.tasks().delay(Restless::run);

        assertThatThrownBy(bench::runDue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The tasks seem to go on for ever");
    }

    @Test
    void it_is_set_up_before_the_first_task() {
        bench.tasks().delay(Mailer::send, "a@b.no");

        assertThatThrownBy(() -> bench.queue("mail"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The system runs already");
    }

    @Test
    void settings_are_checked_as_on_a_server() {
        bench.set("abakus.tasks.message.max-bodysize", "1024");

        assertThatThrownBy(() -> bench.tasks().delay(Mailer::send, "a@b.no"))
                .hasMessageContaining("did you mean abakus.tasks.message.max-body-size?");
    }

    @Test
    void an_object_without_tasks_is_refused() {
        assertThatThrownBy(() -> bench.register(new Object())).hasMessageContaining("java.lang.Object has no task");
    }
}
