package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/**
 * Tasks that never end. Other tasks get their turns between them, their number does not grow, and operators end them as
 * {@code docs/reliability.md} says. The tasks are those of {@code BadEnds} in the sample.
 */
class EndlessTasksTest {

    private static final int ROUNDS = 50;

    static final class Endless {

        private final Tasks tasks;
        private final TaskRequest request;
        private final List<String> run = new ArrayList<>();

        Endless(Tasks tasks, TaskRequest request) {
            this.tasks = tasks;
            this.request = request;
        }

        @AbakusTask(name = "endless.self_send")
        public void selfSend() {
            run.add("self_send");
            tasks.call("endless.self_send").applyAsync();
        }

        @AbakusTask(name = "endless.retry_forever", maxRetries = -1, ignoreResult = false)
        public void retryForever() {
            run.add("retry " + request.retries());
            throw request.retry(Duration.ZERO);
        }

        @AbakusTask(name = "endless.other")
        public void other(int number) {
            run.add("other " + number);
        }
    }

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.tasks();
    private final Endless endless = new Endless(tasks, bench.request());

    EndlessTasksTest() {
        bench.register(endless);
    }

    private void deliver(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(bench.transport().deliverNext(bench.worker())).isTrue();
        }
    }

    private void sendOthers(int count) {
        for (int i = 0; i < count; i++) {
            tasks.call("endless.other").args(i).applyAsync();
        }
    }

    @Test
    void a_task_that_sends_itself_lets_others_run_and_does_not_multiply() {
        tasks.call("endless.self_send").applyAsync();
        sendOthers(5);

        deliver(ROUNDS);

        assertThat(endless.run).contains("other 0", "other 1", "other 2", "other 3", "other 4");
        assertThat(bench.transport().waiting()).hasSize(1);
        assertThat(bench.transport().sent())
                .extracting(sent -> sent.message().id())
                .as("each is a task of its own")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_task_that_sends_itself_ends_when_it_is_paused_and_then_revoked() {
        tasks.call("endless.self_send").applyAsync();
        deliver(ROUNDS);
        int before = endless.run.size();

        bench.control().pauseTask("endless.self_send");
        deliver(1);
        assertThat(endless.run).as("it waits").hasSize(before);
        String waiting = bench.transport().waiting().get(0).message().id();
        bench.control().revoke(new Revocable.Ids(Set.of(waiting)), false);
        bench.control().resumeTask("endless.self_send");
        bench.drain();

        assertThat(endless.run).hasSize(before);
        assertThat(bench.transport().waiting()).isEmpty();
    }

    @Test
    void a_task_that_retries_without_end_is_one_message_between_others_until_it_is_revoked() {
        AsyncResult<Void> sent = tasks.delay(Endless::retryForever);
        sendOthers(5);

        deliver(ROUNDS);
        assertThat(endless.run).contains("other 0", "other 4", "retry 0", "retry 44");
        assertThat(bench.transport().waiting()).hasSize(1);
        assertThat(sent.state()).isEqualTo(TaskState.RETRY);

        assertThat(sent.revoke()).isIn(RevokeOutcome.FLAGGED, RevokeOutcome.REMOVED);
        bench.drain();

        assertThat(sent.state()).isEqualTo(TaskState.REVOKED);
        assertThat(bench.transport().waiting()).isEmpty();
    }

    /** A message cannot count further, and would become a dead letter whose record never ends. */
    @Test
    void the_last_number_of_retries_is_followed_by_a_failure() {
        bench.deliver(new MessageDraft("r-1", "endless.retry_forever")
                .retries(Integer.MAX_VALUE - 1)
                .message());

        assertThat(endless.run).containsExactly("retry " + (Integer.MAX_VALUE - 1));
        assertThat(bench.transport().waiting()).isEmpty();
        assertThat(bench.results().find("r-1").orElseThrow().state()).isEqualTo(TaskState.FAILURE);
    }
}
