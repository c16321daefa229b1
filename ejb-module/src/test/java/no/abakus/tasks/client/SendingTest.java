package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a call is sent: how often it is tried, in which transaction, alone or with others. */
class SendingTest {

    static final class Job {
        private final Tasks tasks;

        Job(Tasks tasks) {
            this.tasks = tasks;
        }

        @AbakusTask(name = "add", ignoreResult = false)
        public int add(int x, int y) {
            return x + y;
        }

        @AbakusTask(name = "fire")
        public void fire(int number) {}

        @AbakusTask(name = "fan", ignoreResult = false)
        public void fan(int count) {
            tasks.callAll(IntStream.range(0, count)
                    .mapToObj(number -> tasks.call(Job::fire, number))
                    .toList());
        }
    }

    private static final Duration WAIT = Duration.ofMillis(100);
    private static final RetryPolicy THRICE =
            RetryPolicy.DEFAULT.withMaxRetries(2).withIntervals(WAIT, WAIT, WAIT);

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.tasks();
    private final TaskRequest request = bench.request();

    @BeforeEach
    void register() {
        bench.register(new Job(tasks));
    }

    @Test
    void a_send_is_tried_again_as_its_policy_says() {
        bench.transport().breakDown("no route to host");
        Instant before = bench.clock().now();

        assertThatThrownBy(() -> fire().retryPolicy(THRICE).applyAsync())
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("tried 3 times in 200 ms")
                .hasMessageContaining("no route to host");
        assertThat(bench.clock().now()).isEqualTo(before.plusMillis(200));
    }

    @Test
    void celerys_policy_holds_where_nothing_is_said_and_retry_false_means_once() {
        bench.transport().breakDown("no route to host");

        assertThatThrownBy(() -> fire().applyAsync()).hasMessageContaining("tried 4 times in 600 ms");
        assertThatThrownBy(() -> fire().retryPolicy(THRICE).retry(false).applyAsync())
                .isInstanceOf(OperationalException.class)
                .hasMessageNotContaining("tried");
    }

    @Test
    void the_timeout_of_a_call_ends_the_trying_before_that_of_its_policy() {
        bench.transport().breakDown("no route to host");
        RetryPolicy stubborn = THRICE.withMaxRetries(RetryPolicy.UNLIMITED);

        assertThatThrownBy(() -> fire().retryPolicy(stubborn)
                        .timeout(Duration.ofMillis(250))
                        .applyAsync())
                .hasMessageContaining("tried 3 times in 200 ms");
        assertThatThrownBy(() -> fire().timeout(Duration.ZERO).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("timeout");
    }

    @Test
    void inside_a_transaction_nothing_is_tried_again() {
        bench.transport().breakDown("no route to host");
        Instant before = bench.clock().now();

        assertThatThrownBy(() -> bench.transactions()
                        .own(() -> fire().retryPolicy(THRICE).applyAsync()))
                .isInstanceOf(OperationalException.class)
                .hasMessageNotContaining("tried");
        assertThat(bench.clock().now()).isEqualTo(before);
    }

    @Test
    void a_send_with_a_result_is_tried_again_with_its_record() {
        bench.transport().breakDown("no route to host");
        assertThatThrownBy(() -> tasks.call(Job::add, 1, 2).taskId("sum").applyAsync())
                .hasMessageContaining("tried 4 times");
        bench.transport().restore();

        AsyncResult<Integer> sum = tasks.call(Job::add, 1, 2).taskId("sum").applyAsync();
        bench.runDue();

        assertThat(sum.result()).isEqualTo(3);
    }

    @Test
    void send_now_stays_sent_when_the_callers_transaction_is_rolled_back() {
        assertThatThrownBy(() -> bench.transactions().own(() -> {
                    fire().taskId("with").applyAsync();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(bench.transport().sent()).isEmpty();

        AsyncResult<Integer> now = tasks.call(Job::add, 1, 2).sendNow();
        assertThat(now.state()).isEqualTo(TaskState.QUEUED);
        assertThat(bench.transactions().<Boolean>own(() -> {
                    fire().sendNow();
                    return bench.transactions().isActive();
                }))
                .as("the caller's transaction goes on")
                .isTrue();
    }

    @Test
    void many_are_sent_together_in_their_order_with_a_handle_each() {
        List<TaskCall<Integer>> calls = IntStream.range(0, 1_000)
                .mapToObj(number -> tasks.call(Job::add, number, 1))
                .toList();

        List<AsyncResult<Integer>> sent = tasks.callAll(calls);
        bench.runDue();

        assertThat(sent)
                .extracting(AsyncResult::result)
                .isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(tasks.<Object>callAll(List.of())).isEmpty();
    }

    @Test
    void of_many_none_is_sent_if_one_does_not_fit() {
        List<TaskCall<Object>> calls =
                List.of(tasks.call("fire").args(1), tasks.call("fire").args("one", "too", "many"));

        assertThatThrownBy(() -> tasks.callAll(calls)).isInstanceOf(TaskArgumentException.class);
        assertThatThrownBy(() -> tasks.callAll(List.of(fire(), fire().retry(false))))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("sets retry");
        assertThat(bench.transport().sent()).isEmpty();
        assertThat(bench.events().names()).isEmpty();
    }

    @Test
    void many_are_tried_again_together_outside_of_a_transaction_only() {
        bench.transport().breakDown("no route to host");
        List<TaskCall<Object>> calls = List.of(fire(), fire());

        assertThatThrownBy(() -> tasks.callAll(calls)).hasMessageContaining("tried 4 times");
        assertThatThrownBy(() -> bench.transactions().own(() -> tasks.callAll(calls)))
                .hasMessageNotContaining("tried");
        assertThat(bench.events().names()).isEmpty();
    }

    @Test
    void what_a_task_sends_together_are_its_children() {
        AsyncResult<Void> fan = tasks.call(Job::fan, 3).applyAsync();
        bench.runDue();

        assertThat(fan.children()).hasSize(3);
        assertThat(request.isActive()).isFalse();
    }

    @Test
    void a_connection_is_for_one_call_here_and_for_transports_that_know_its_kind() {
        BrokerConnection connection = new BrokerConnection() {};

        assertThatThrownBy(() -> fire().connection(connection).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("cannot be sent over the caller's own connection here");
        assertThatThrownBy(() ->
                        fire().link(fire().connection(connection).signature()).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("does not travel in a message");
        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void a_link_may_say_how_its_send_is_tried_again() {
        fire().link(tasks.call("fire")
                        .args(2)
                        .retry(true)
                        .retryPolicy(THRICE)
                        .timeout(WAIT)
                        .signature()
                        .asImmutable())
                .applyAsync();
        bench.runDue();

        assertThat(bench.transport().sent()).hasSize(2);
    }

    private TaskCall<Object> fire() {
        return tasks.call("fire").args(1);
    }
}
