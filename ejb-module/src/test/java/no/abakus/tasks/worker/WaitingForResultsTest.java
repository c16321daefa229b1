package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.ResultTimeoutException;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Receipt;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** Waiting for the end of a task, or being notified of it. */
class WaitingForResultsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.register(new Shop(bench)).tasks();

    @Test
    void waiting_in_a_task_is_refused_with_a_reason_unless_it_is_allowed() {
        tasks.delay(Shop::impatient);
        bench.runDue();

        assertThat(bench.events().only(TaskEvent.Failed.class).thrown())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not be waited for inside a task")
                .hasMessageContaining("allowJoin()");
    }

    @Test
    void who_waits_too_long_is_told_so_and_the_task_goes_on() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");

        assertThatThrownBy(() -> result.get(Duration.ofMillis(1)))
                .isInstanceOf(ResultTimeoutException.class)
                .hasMessageContaining("had not ended after PT0.001S; the task continues");
        bench.runDue();
        assertThat(result.get(AT_ONCE).to()).isEqualTo("a");
    }

    @Test
    void what_was_asked_for_before_the_end_is_told_at_the_end() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        AsyncResult<Void> failing = tasks.delay(Shop::fail, "no stock");
        List<Object> told = new ArrayList<>();
        result.then((receipt, thrown) -> told.add(receipt));
        failing.then((nothing, thrown) -> told.add(thrown));
        assertThat(told).isEmpty();

        bench.runDue();

        assertThat(told.get(0)).isEqualTo(new Receipt("a", 17));
        assertThat((Throwable) told.get(1)).hasCauseInstanceOf(TaskFailedException.class);
    }
}
