package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Receipt;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** Which tasks belong to a task: its children, its parent and its root. */
class ChildrenTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.register(new Shop(bench)).tasks();

    @Test
    void children_are_those_that_a_task_sends_unless_the_call_or_the_task_says_otherwise() {
        AsyncResult<String> parent = tasks.delay(Shop::parent);
        AsyncResult<Integer> untracked = tasks.delay(Shop::untracked);
        bench.runDue();

        assertThat(parent.children()).hasSize(1);
        AsyncResult<Object> child = parent.children().get(0);
        assertThat(child.result()).isEqualTo(new Receipt("child", 17));
        assertThat(child.parent()).contains(tasks.result(parent.id()));
        assertThat(child.root()).isEqualTo(tasks.result(parent.id()));
        assertThat(parent.parent()).isEmpty();
        assertThat(parent.root().id()).isEqualTo(parent.id());
        assertThat(untracked.children()).isEmpty();
        List<Object> collected = new ArrayList<>();
        parent.collect(SOON).forEach(result -> collected.add(result.result()));
        assertThat(collected).containsExactly("parent", new Receipt("child", 17));
    }
}
