package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** In whose name a task runs. */
class CallerTest {

    static class Jobs {
        private final TaskRequest request;
        private final Tasks tasks;
        private final List<String> callers = new ArrayList<>();

        Jobs(TaskRequest request, Tasks tasks) {
            this.request = request;
            this.tasks = tasks;
        }

        @AbakusTask(name = "note")
        public void note() {
            callers.add(request.caller().orElse("nobody"));
        }

        @AbakusTask(name = "spawn")
        public void spawn() {
            note();
            tasks.delay(Jobs::note);
        }
    }

    private final Workbench bench = new Workbench();
    private final Jobs jobs = new Jobs(bench.request(), bench.tasks());
    private final Tasks tasks = bench.register(jobs).tasks();

    @Test
    void the_user_of_the_request_that_sent_it_also_in_what_it_sends() {
        try (LogScope scope = LogContext.bind("current_user", "kari")) {
            tasks.delay(Jobs::spawn);
        }
        tasks.delay(Jobs::note);
        bench.runDue();

        assertThat(jobs.callers).containsExactlyInAnyOrder("kari", "kari", "nobody");
    }

    @Test
    void the_user_that_the_broker_has_validated_not_the_one_that_a_stranger_claims() {
        deliver(Map.of("current_user", "root", "abakus_sender", "batch"));
        deliver(Map.of("current_user", "root", "abakus_sender", "unknown"));

        assertThat(jobs.callers).containsExactly("batch", "nobody");
    }

    @Test
    void a_missing_user_is_nobody() {
        try (LogScope scope = LogContext.bind("current_user", null)) {
            tasks.delay(Jobs::note);
        }
        bench.runDue();

        assertThat(jobs.callers).containsExactly("nobody");
    }

    @Test
    void outside_of_a_task_there_is_none() {
        assertThatThrownBy(() -> bench.request().caller()).isInstanceOf(IllegalStateException.class);
    }

    private void deliver(Map<String, String> context) {
        bench.deliver(new MessageDraft("id-" + jobs.callers.size(), "note")
                .context(context)
                .message());
    }
}
