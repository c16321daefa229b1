package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A result that completes later is awaited. */
class LateResultsTest {

    public record Receipt(long number) {}

    public static class OperatorControl {
        CompletionStage<Receipt> stage;
        Future<Receipt> future;
        int runs;
        final List<Object> seen = new ArrayList<>();

        @AbakusTask(
                name = "stage",
                ignoreResult = false,
                autoretryFor = IllegalStateException.class,
                maxRetries = 2,
                retryDelay = "PT1S")
        public CompletionStage<Receipt> stage() {
            runs++;
            return stage;
        }

        @AbakusTask(name = "future", ignoreResult = false)
        public Future<Receipt> future() {
            return future;
        }

        @AbakusTask(name = "nested", ignoreResult = false)
        public CompletableFuture<CompletionStage<Receipt>> nested() {
            return CompletableFuture.completedFuture(stage);
        }

        @AbakusTask(name = "linked")
        public void linked(Receipt receipt) {
            seen.add(receipt);
        }

        @AbakusTask(name = "alarm")
        public void alarm(FailedTask failed) {
            seen.add(failed.exception().type());
        }
    }

    private final OperatorControl operatorControl = new OperatorControl();
    private final Workbench bench = Workbench.of(operatorControl);

    private AsyncResult<Object> run(String task) {
        AsyncResult<Object> sent = bench.tasks()
                .call(task)
                .link(bench.tasks().signature("linked"))
                .linkError(bench.tasks().signature("alarm"))
                .applyAsync();
        bench.drain();
        return sent;
    }

    @Test
    void the_result_is_what_the_stage_completes_with() {
        operatorControl.stage = CompletableFuture.supplyAsync(() -> new Receipt(17));
        assertThat(run("stage").result()).isEqualTo(new Receipt(17));
        assertThat(run("nested").result()).isEqualTo(new Receipt(17));
        operatorControl.future = CompletableFuture.completedFuture(new Receipt(18));
        assertThat(run("future").result()).isEqualTo(new Receipt(18));
        assertThat(operatorControl.seen).containsExactly(new Receipt(17), new Receipt(17), new Receipt(18));
    }

    @Test
    void by_method_reference_the_result_has_the_type_that_the_method_declares() throws Exception {
        operatorControl.stage = CompletableFuture.completedStage(new Receipt(17));
        AsyncResult<CompletionStage<Receipt>> sent =
                bench.tasks().call(OperatorControl::stage).applyAsync();
        bench.drain();

        assertThat(sent.get(Duration.ZERO).toCompletableFuture().get()).isEqualTo(new Receipt(17));
    }

    @Test
    void its_failure_is_the_tasks_with_retries_and_error_links() {
        operatorControl.stage = CompletableFuture.supplyAsync(() -> {
            throw new CompletionException(new IllegalStateException("lost"));
        });
        AsyncResult<Object> sent = run("stage");

        assertThat(operatorControl.runs).isEqualTo(3);
        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
        assertThat(sent.failure().map(TaskFailure::toString)).contains("java.lang.IllegalStateException: lost");
        assertThat(operatorControl.seen).containsExactly("java.lang.IllegalStateException");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_future_that_completes_with_itself_is_a_failure_and_holds_no_worker() {
        CompletableFuture<Object> itself = new CompletableFuture<>();
        itself.complete(itself);
        operatorControl.stage = (CompletionStage<Receipt>) (CompletionStage<?>) itself;

        assertThat(run("stage").state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void wishes_are_heeded_in_a_stage_too() {
        operatorControl.stage = CompletableFuture.failedStage(new Ignore("not mine"));

        assertThat(run("stage").state()).isEqualTo(TaskState.IGNORED);
        assertThat(operatorControl.seen).isEmpty();
    }

    @Test
    void a_stage_that_never_completes_ends_at_the_time_limit_and_is_cancelled() {
        CompletableFuture<Receipt> never = new CompletableFuture<>();
        OperatorControl other = new OperatorControl();
        other.stage = never;
        Workbench limited = Workbench.of(other).keepTimeLimits();
        AsyncResult<Object> sent =
                limited.tasks().call("stage").timeLimit(Duration.ofMillis(20)).applyAsync();
        limited.drain();

        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
        assertThat(limited.events().only(TaskEvent.Failed.class).thrown()).isInstanceOf(TimeLimitExceeded.class);
        assertThat(never.handle((value, thrown) -> thrown).join())
                .isInstanceOf(java.util.concurrent.CancellationException.class);
    }
}
