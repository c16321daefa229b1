package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** A task whose result is ignored, and who decides that. */
class IgnoredResultsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.register(new Shop(bench)).tasks();

    @Test
    void a_task_that_ignores_its_result_costs_no_access_and_its_handle_answers_at_once() {
        AsyncResult<String> result = tasks.delay(Shop::quiet);
        bench.runDue();

        assertThat(bench.results().accesses()).isZero();
        assertThat(result.get(AT_ONCE)).isNull();
        assertThat(result.toCompletionStage().toCompletableFuture()).isCompletedWithValue(null);
        assertThat(bench.results().accesses()).isZero();
        assertThat(result.state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void the_call_decides_against_the_task_whether_the_result_is_ignored_and_retries_remember() {
        AsyncResult<String> wanted = tasks.call(Shop::quiet).ignoreResult(false).applyAsync();
        AsyncResult<String> unwanted =
                tasks.call(Shop::flaky, 1).ignoreResult(true).applyAsync();
        bench.runDue();
        bench.clock().advance(Duration.ofSeconds(1));
        bench.runDue();

        assertThat(wanted.get(AT_ONCE)).isEqualTo("nobody asks");
        assertThat(unwanted.get(AT_ONCE)).isNull();
        assertThat(unwanted.state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void a_failure_can_be_kept_although_the_result_is_ignored_for_the_tasks_own_time() {
        AsyncResult<Void> result = tasks.delay(Shop::failQuietly);
        bench.runDue();

        assertThat(result.failure().orElseThrow().message()).contains("kept all the same");
        bench.clock().advance(Duration.ofDays(6));
        assertThat(bench.cleanUp()).isZero();
        bench.clock().advance(Duration.ofDays(2));
        assertThat(bench.cleanUp()).isEqualTo(1);
    }
}
