package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Each node tells the others which tasks it has sent back, because some brokers do not list delayed messages. */
class SentBackAcrossNodesTest {

    public static class Mill {
        final List<String> ground = new ArrayList<>();

        @AbakusTask(name = "mill.grind")
        public void grind(String grain) {
            ground.add(grain);
        }

        @AbakusTask(name = "mill.sift", rateLimit = "6/m")
        public void sift(String flour) {
            ground.add(flour);
        }

        @AbakusTask(name = "mill.repair", retryDelay = "PT30S", autoretryFor = IllegalStateException.class)
        public void repair() {
            throw new IllegalStateException("stone");
        }
    }

    private final Mill elsewhere = new Mill();
    private final Workbench bench = Workbench.of(new Mill());
    private final Workbench other = bench.secondNode("other").register(elsewhere);
    private final Instant begin = bench.clock().now();

    SentBackAcrossNodesTest() {
        bench.broker().allow(Capability.COUNT, Capability.LIST_WAITING);
    }

    private Optional<WaitingTask> found(String id) {
        return bench.control().sentBack(id);
    }

    @Test
    void a_paused_task_is_known_to_the_node_that_sent_it_back() {
        bench.control().pauseTask("mill.grind");
        String id = bench.tasks().delay(Mill::grind, "rye").id();
        assertThat(found(id)).isEmpty();

        other.runDue();

        Instant due = begin.plusSeconds(5);
        assertThat(found(id))
                .contains(new WaitingTask(
                        id,
                        "mill.grind",
                        "default",
                        4,
                        0,
                        Optional.of(due),
                        Optional.empty(),
                        Optional.of(begin),
                        Optional.of(new HeldTask(HeldTask.PAUSED, due, Optional.of(begin)))));
    }

    @Test
    void of_several_nodes_the_last_one_that_sent_it_back_is_right() {
        bench.control().pauseTask("mill.grind");
        String id = bench.tasks().delay(Mill::grind, "rye").id();
        bench.runDue();
        bench.clock().advance(Duration.ofSeconds(5));
        other.runDue();

        assertThat(found(id).orElseThrow().due()).contains(begin.plusSeconds(10));
    }

    @Test
    void a_task_that_runs_is_forgotten() {
        bench.control().pauseTask("mill.grind");
        String id = bench.tasks().delay(Mill::grind, "rye").id();
        other.runDue();

        bench.control().resumeTask("mill.grind");
        other.drain();

        assertThat(elsewhere.ground).containsExactly("rye");
        assertThat(found(id)).isEmpty();
    }

    @Test
    void a_task_that_waits_for_its_turn_or_for_its_retry_is_known() {
        bench.tasks().delay(Mill::sift, "fine");
        String limited = bench.tasks().delay(Mill::sift, "coarse").id();
        String failed = bench.tasks().delay(Mill::repair).id();
        other.runDue();

        assertThat(found(limited).flatMap(WaitingTask::held).map(HeldTask::reason))
                .contains(HeldTask.RATE_LIMIT);
        WaitingTask retry = found(failed).orElseThrow();
        assertThat(retry.retries()).isEqualTo(1);
        assertThat(retry.due()).contains(begin.plusSeconds(30));
        assertThat(retry.held()).isEmpty();
    }
}
