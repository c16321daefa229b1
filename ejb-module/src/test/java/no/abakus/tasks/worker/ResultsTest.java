package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** What comes back of a task that has ended: its result, or why there is none. */
class ResultsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    public record Receipt(String to, long number) {}

    /** It is in this file because the frames of a failure name it. */
    static class Shop {
        @AbakusTask(name = "shop.sell", ignoreResult = false)
        public Receipt sell(String to) {
            return new Receipt(to, 17);
        }

        @AbakusTask(name = "shop.fail", ignoreResult = false)
        public void fail(String why) {
            throw new IllegalStateException(why, new IllegalArgumentException("deep"));
        }

        @AbakusTask(name = "shop.unwritable", ignoreResult = false)
        public Object unwritable() {
            List<Object> endless = new ArrayList<>();
            endless.add(endless);
            return endless;
        }

        @AbakusTask(name = "shop.large", ignoreResult = false)
        public String large(int length) {
            return "x".repeat(length);
        }
    }

    private final Workbench bench = Workbench.of(new Shop());
    private final Tasks tasks = bench.tasks();

    @Test
    void a_result_comes_back_in_the_type_that_the_method_declares() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        assertThat(result.state()).isEqualTo(TaskState.QUEUED);
        assertThat(result.result()).isNull();

        bench.runDue();

        assertThat(result.get(AT_ONCE)).isEqualTo(new Receipt("a", 17));
        assertThat(result.result()).isEqualTo(new Receipt("a", 17));
        assertThat(result.successful()).isTrue();
        assertThat(result.ready()).isTrue();
        assertThat(result.failed()).isFalse();
        assertThat(tasks.result(result.id()).result()).isEqualTo(new Receipt("a", 17));
        assertThat(tasks.result(result.id()).task()).isEqualTo("shop.sell");
        assertThat(tasks.result(result.id())).isEqualTo(result).hasSameHashCodeAs(result);
    }

    @Test
    void a_failure_is_data_and_raises_an_exception_of_ours() {
        AsyncResult<Void> result = tasks.delay(Shop::fail, "no stock");
        bench.runDue();

        assertThatThrownBy(() -> result.get(AT_ONCE))
                .isInstanceOfSatisfying(TaskFailedException.class, thrown -> {
                    assertThat(thrown.taskId()).isEqualTo(result.id());
                    assertThat(thrown.state()).isEqualTo(TaskState.FAILURE);
                    assertThat(thrown.failure()).isEqualTo(result.failure());
                })
                .hasMessage("Task shop.fail[" + result.id()
                        + "] ended as FAILURE: java.lang.IllegalStateException: no stock");
        TaskFailure failure = result.failure().orElseThrow();
        assertThat(failure.frames().get(0)).contains("Shop.fail(ResultsTest.java:");
        assertThat(failure.cause().orElseThrow().toString()).isEqualTo("java.lang.IllegalArgumentException: deep");
        assertThat(failure.traceback())
                .startsWith("java.lang.IllegalStateException: no stock\n\tat ")
                .contains("\nCaused by: java.lang.IllegalArgumentException: deep\n");
        assertThat(result.get(AT_ONCE, false)).isNull();
        assertThat(result.failed()).isTrue();
    }

    @Test
    void a_result_that_cannot_be_kept_fails_its_task() {
        bench.set("abakus.tasks.result.max-size", "1000");
        AsyncResult<Object> unwritable = tasks.delay(Shop::unwritable);
        AsyncResult<String> large = tasks.delay(Shop::large, 1000);
        bench.runDue();

        assertThat(unwritable.failure().orElseThrow().message().orElseThrow())
                .contains("The result of shop.unwritable")
                .contains("cannot be written as json");
        assertThat(large.failure().orElseThrow().message().orElseThrow())
                .contains("takes 1013 bytes, and at most 1000 are kept (abakus.tasks.result.max-size)");
        assertThat(bench.events().of(TaskEvent.Failed.class)).hasSize(2);
    }

    @Test
    void a_large_result_is_compressed_and_comes_back_whole() {
        AsyncResult<String> result = tasks.delay(Shop::large, 100_000);
        bench.runDue();

        assertThat(record(result).value().orElseThrow().compression()).isEqualTo("gzip");
        assertThat(record(result).value().orElseThrow().bytes()).hasSizeLessThan(1_000);
        assertThat(result.get(AT_ONCE)).hasSize(100_000);
    }

    private TaskRecord record(AsyncResult<?> result) {
        return bench.results().find(result.id()).orElseThrow();
    }
}
