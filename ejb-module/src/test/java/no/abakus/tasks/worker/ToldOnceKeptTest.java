package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Reject;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** If a log line says that a task is over, the state of the task says so as well, and not that the task still waits. */
final class ToldOnceKeptTest {

    static class Bakery {
        @AbakusTask(name = "bakery.bake", ignoreResult = false)
        public String bake(String grain) {
            return grain;
        }

        @AbakusTask(name = "bakery.reject", ignoreResult = false)
        public String reject() {
            throw new Reject("burnt", false);
        }
    }

    private final Workbench bench = Workbench.of(new Bakery()).listener(this::lookAtState);
    private final Tasks tasks = bench.tasks();
    private final Map<String, TaskState> found = new HashMap<>();
    private AsyncResult<String> sent;

    private void lookAtState(TaskEvent event) {
        if (sent != null) {
            found.put(event.getClass().getSimpleName(), sent.state());
        }
    }

    @Test
    void a_success() {
        sent = tasks.delay(Bakery::bake, "rye");

        bench.runDue();

        assertThat(found).containsEntry("Succeeded", TaskState.SUCCESS);
    }

    @Test
    void a_revocation() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            sent = tasks.delay(Bakery::bake, "rye");
        }
        bench.control().revoke(Revocable.withContext("request_id", "r-1"));

        bench.runDue();

        assertThat(found).containsEntry("Revoked", TaskState.REVOKED);
    }

    @Test
    void an_expiry() {
        sent = tasks.call(Bakery::bake, "rye").expires(Duration.ofSeconds(1)).applyAsync();
        bench.clock().advance(Duration.ofSeconds(2));

        bench.runDue();

        assertThat(found).containsEntry("Expired", TaskState.EXPIRED);
    }

    @Test
    void a_rejection() {
        sent = tasks.delay(Bakery::reject);

        bench.runDue();

        assertThat(found).containsEntry("Rejected", TaskState.REJECTED);
    }
}
