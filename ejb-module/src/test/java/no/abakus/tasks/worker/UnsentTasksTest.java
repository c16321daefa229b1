package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** A send that fails leaves neither a message nor a record. */
class UnsentTasksTest {

    private final Workbench bench = new Workbench();
    private final Shop shop = new Shop(bench);
    private final Tasks tasks = bench.register(shop).tasks();

    @Test
    void while_results_cannot_be_kept_nothing_is_sent_that_wants_one() {
        bench.results().breakDown("full");

        assertThatThrownBy(() -> tasks.delay(Shop::sell, "a")).isInstanceOf(OperationalException.class);
        tasks.delay(Shop::quiet);

        assertThat(bench.transport().sent()).hasSize(1);
        bench.runDue();
        assertThat(shop.seen).containsExactly("quiet");
    }

    @Test
    void a_send_in_a_transaction_that_fails_leaves_neither_message_nor_record() {
        assertThatThrownBy(() -> bench.transactions().own(() -> {
                    tasks.call(Shop::sell, "a").taskId("1").applyAsync();
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bench.transport().sent()).isEmpty();
        assertThat(tasks.result("1").state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void an_id_that_is_taken_is_refused() {
        tasks.call(Shop::sell, "a").taskId("1").applyAsync();

        assertThatThrownBy(() -> tasks.call(Shop::sell, "b").taskId("1").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("The task id '1' is taken; this attempt sent nothing, but an earlier one may have sent it");
        assertThat(bench.transport().sent()).hasSize(1);
    }
}
