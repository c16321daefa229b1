package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Receipt;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** Revoking a task by its handle. */
class RevokedResultsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Workbench bench = new Workbench();
    private final Shop shop = new Shop(bench);
    private final Tasks tasks = bench.register(shop).tasks();

    @Test
    void a_waiting_task_that_is_revoked_never_runs() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        List<Object> told = new ArrayList<>();
        result.then((receipt, thrown) -> told.add(thrown));

        assertThat(result.revoke()).isEqualTo(RevokeOutcome.FLAGGED);
        bench.runDue();

        assertThat(shop.seen).isEmpty();
        assertThat(result.state()).isEqualTo(TaskState.REVOKED);
        assertThatThrownBy(() -> result.get(AT_ONCE))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("ended as REVOKED");
        assertThat(told).hasSize(1);
        assertThat(result.revoke()).isEqualTo(RevokeOutcome.ALREADY_DONE);
    }

    @Test
    void a_wish_that_an_unknown_task_should_not_run_is_noted() {
        assertThat(tasks.result("x").revoke(true)).isEqualTo(RevokeOutcome.FLAGGED);

        assertThat(bench.orders().revokedIdsSince(Instant.EPOCH))
                .extracting(Revocation::id, Revocation::terminate)
                .containsExactly(tuple("x", true));
    }
}
