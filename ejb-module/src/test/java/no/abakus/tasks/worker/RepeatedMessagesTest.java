package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Receipt;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** A message that is redelivered after its task has ended, or was sent again as a retry. */
class RepeatedMessagesTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Workbench bench = new Workbench();
    private final Shop shop = new Shop(bench);
    private final Tasks tasks = bench.register(shop).tasks();

    @Test
    void a_message_that_comes_again_after_its_end_is_only_acknowledged() {
        AsyncResult<Receipt> result =
                tasks.call(Shop::sell, "a").link(note("linked")).applyAsync();
        TaskMessage message = onlySent();
        bench.runDue();
        shop.seen.clear();

        assertThat(bench.deliver(message)).isEqualTo(Settlement.ACKNOWLEDGE);
        bench.runDue();

        assertThat(shop.seen).isEmpty();
        assertThat(bench.events().of(TaskEvent.Repeated.class)).hasSize(1);
        assertThat(result.get(AT_ONCE).to()).isEqualTo("a");
    }

    @Test
    void the_same_holds_where_the_start_is_not_tracked_and_where_only_a_link_wants_to_know() {
        tasks.delay(Shop::untracked);
        TaskMessage untracked = onlySent();
        bench.runDue();
        tasks.call(Shop::quiet).link(note("linked")).applyAsync();
        TaskMessage linking = lastSent();
        bench.runDue();
        assertThat(shop.seen).containsExactly("untracked", "quiet", "quiet", "linked");
        shop.seen.clear();

        bench.deliver(untracked);
        bench.deliver(linking);
        bench.runDue();

        assertThat(shop.seen).isEmpty();
    }

    @Test
    void an_execution_that_comes_again_after_its_retry_was_sent_is_only_acknowledged() {
        tasks.delay(Shop::flaky, 1);
        TaskMessage first = onlySent();
        bench.runDue();

        bench.deliver(first);

        assertThat(bench.transport().sent()).hasSize(2);
        bench.clock().advance(Duration.ofSeconds(1));
        bench.runDue();
        assertThat(tasks.result(first.id()).get(AT_ONCE)).isEqualTo("after 1");
    }

    private TaskSignature note(String text) {
        return tasks.signature(Shop::note, text).asImmutable();
    }

    private TaskMessage onlySent() {
        assertThat(bench.transport().sent()).hasSize(1);
        return lastSent();
    }

    private TaskMessage lastSent() {
        List<InMemoryTransport.Sent> sent = bench.transport().sent();
        return sent.get(sent.size() - 1).message();
    }
}
