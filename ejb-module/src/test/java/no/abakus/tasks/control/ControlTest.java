package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.ControlAnswer;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.operate.WaitingTasks;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.DeliveryGate;
import org.junit.jupiter.api.Test;

/** The view of one node that an operator gets, and the commands to it. */
class ControlTest {

    public static class Mill {
        final List<String> ground = new ArrayList<>();
        Runnable onGrind = () -> {};

        @AbakusTask(name = "mill.grind", rateLimit = "100/m")
        public void grind(String grain) {
            ground.add(grain);
            onGrind.run();
        }

        @AbakusTask(name = "mill.sweep", queue = "slow")
        public void sweep() {
            ground.add("swept");
        }
    }

    private final Mill mill = new Mill();
    private final Workbench bench = Workbench.of(mill).queue("slow");
    private final Tasks tasks = bench.tasks();

    private TaskControl control() {
        return bench.control();
    }

    @Test
    void the_node_answers() {
        assertThat(control().ping()).containsOnlyKeys(Workbench.NODE);
        assertThat(control().registered().get(Workbench.NODE)).containsExactly("mill.grind", "mill.sweep");
        assertThat(control().on(Workbench.NODE, Workbench.NODE).ping()).containsOnlyKeys(Workbench.NODE);
        assertThat(control().on("another").within(Duration.ZERO).ping()).isEmpty();
    }

    @Test
    void what_runs_is_active_with_its_arguments() {
        List<ActiveTask> seen = new ArrayList<>();
        mill.onGrind = () -> seen.addAll(control().active().get(Workbench.NODE));
        String id = tasks.delay(Mill::grind, "rye").id();

        bench.runDue();

        ActiveTask active = seen.get(0);
        assertThat(active.id()).isEqualTo(id);
        assertThat(active.task()).isEqualTo("mill.grind");
        assertThat(active.queue()).isEqualTo("default");
        assertThat(active.arguments())
                .hasValueSatisfying(shown -> assertThat(shown).contains("rye"));
        assertThat(active.thread()).contains(Thread.currentThread().getName());
        assertThat(control().active().get(Workbench.NODE)).isEmpty();
    }

    @Test
    void stats_count_what_has_ended_and_how() {
        tasks.delay(Mill::grind, "rye");
        tasks.delay(Mill::sweep);
        mill.onGrind = () -> {
            throw new IllegalStateException("stone");
        };
        bench.runDue();

        NodeStats stats = control().stats().get(Workbench.NODE);

        assertThat(stats.node()).isEqualTo(Workbench.NODE);
        assertThat(stats.takesTasks()).isTrue();
        assertThat(stats.processed()).containsEntry("mill.grind", 1L).containsEntry("mill.sweep", 1L);
        assertThat(stats.ends()).containsEntry("succeeded", 1L).containsEntry("failed", 1L);
        assertThat(stats.rateLimits()).containsEntry("mill.grind", "100/m");
        assertThat(stats.pid()).isPositive();
        assertThat(stats.historyDropped())
                .as("the workbench keeps a history of a few tasks")
                .isZero();
    }

    @Test
    void what_waits_is_reserved_or_scheduled() {
        String now = tasks.delay(Mill::sweep).id();
        String later = tasks.call(Mill::grind, "rye")
                .countdown(Duration.ofHours(1))
                .applyAsync()
                .id();

        assertThat(control().reserved(10)).extracting(WaitingTask::id).containsExactly(now);
        assertThat(control().scheduled(10)).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo(later);
            assertThat(task.due()).contains(bench.clock().now().plus(Duration.ofHours(1)));
        });
        assertThat(control().queues())
                .filteredOn(queue -> queue.queue().equals("slow"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.waiting()).hasValue(1));
        bench.broker().allow();
        assertThatThrownBy(() -> control().scheduled(10)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(control().queues()).hasSize(2);
        assertThatThrownBy(() -> control().reserved(0)).isInstanceOf(TaskOptionException.class);
    }

    @Test
    void lists_stop_at_their_length_and_in_time_and_say_so() {
        String now = tasks.delay(Mill::sweep).id();
        tasks.delay(Mill::grind, "rye");
        tasks.call(Mill::grind, "oats").countdown(Duration.ofHours(1)).applyAsync();
        Duration second = Duration.ofSeconds(1);

        assertThat(control().reserved(10, second).complete()).isTrue();
        assertThat(control().reserved(10, second).tasks())
                .extracting(WaitingTask::id)
                .hasSize(2)
                .contains(now);
        assertThat(control().reserved(1, second)).satisfies(first -> {
            assertThat(first.tasks()).hasSize(1);
            assertThat(first.complete()).isFalse();
        });
        assertThat(control().scheduled(10, second)).satisfies(all -> {
            assertThat(all.tasks()).hasSize(1);
            assertThat(all.complete()).isTrue();
        });
        assertThat(control().reserved(10, Duration.ZERO)).isEqualTo(new WaitingTasks(List.of(), false));
        assertThat(control().scheduled(10, Duration.ZERO)).isEqualTo(new WaitingTasks(List.of(), false));
    }

    @Test
    void a_task_that_was_sent_back_says_why_and_when_its_turn_is() {
        tasks.delay(Mill::grind, "rye");
        tasks.delay(Mill::grind, "oats");
        bench.runDue();

        assertThat(control().scheduled(10))
                .singleElement()
                .extracting(WaitingTask::held)
                .isEqualTo(Optional.of(new HeldTask(
                        HeldTask.RATE_LIMIT,
                        bench.clock().now().plus(Duration.ofMillis(600)),
                        Optional.of(bench.clock().now()))));
    }

    @Test
    void a_task_that_no_node_knows_says_since_when_it_is_sent_back() {
        Workbench waiting = Workbench.of(new Mill()).set("abakus.tasks.worker.unknown-task-wait", "PT1H");
        waiting.tasks().call("mill.unknown").queue("default").applyAsync();
        Instant first = waiting.clock().now();
        waiting.runDue();
        waiting.clock().advance(Duration.ofSeconds(30));
        waiting.runDue();

        assertThat(waiting.control().scheduled(10)).singleElement().satisfies(task -> {
            assertThat(task.held().orElseThrow().reason()).isEqualTo("unknown-task");
            assertThat(task.held().orElseThrow().since()).contains(first);
        });
    }

    @Test
    void pauses_and_revocations_say_since_when() {
        Instant now = bench.clock().now();
        control().pauseTask("mill.grind");
        control().pauseQueue("slow");
        control().revoke(Revocable.id("some-id"));
        bench.clock().advance(Duration.ofMinutes(1));

        assertThat(control().tasksPausedSince()).containsExactly(Map.entry("mill.grind", now));
        assertThat(control().queuesPausedSince()).containsExactly(Map.entry("slow", now));
        assertThat(control().revokedAt("some-id")).contains(now);
        assertThat(control().revokedAt("other-id")).isEmpty();
        assertThat(control().waitingForSlot()).containsExactly(Map.entry(Workbench.NODE, Map.of()));
    }

    @Test
    void a_rate_limit_is_changed_until_the_restart_and_a_mistake_is_refused() {
        assertThat(done(control().rateLimit("mill.grind", Optional.of("5/s")))).isTrue();
        assertThat(bench.limits().of("mill.grind").orElseThrow().rate()).isEqualTo("5/s");

        assertThat(done(control().rateLimit("mill.grind", Optional.empty()))).isTrue();
        assertThat(bench.limits().of("mill.grind")).isEmpty();

        assertThat(control().rateLimit("mill.grind", Optional.of("often")).get(Workbench.NODE))
                .satisfies(answer -> {
                    assertThat(answer.done()).isFalse();
                    assertThat(answer.detail()).contains("100/s, 100/m");
                });
        assertThat(done(control().rateLimit("mill.grnd", Optional.of("5/s")))).isFalse();
    }

    @Test
    void time_limits_are_changed_until_the_restart_and_a_mistake_is_refused() {
        Optional<Duration> second = Optional.of(Duration.ofSeconds(1));
        Optional<Duration> tooLate = Optional.of(Duration.ofSeconds(2));

        assertThat(control().timeLimit("mill.grind", second, tooLate).get(Workbench.NODE))
                .satisfies(answer -> {
                    assertThat(answer.done()).isTrue();
                    assertThat(answer.detail()).contains("PT1S (soft)", "PT2S (hard)");
                });
        assertThat(bench.timeLimits().changed()).containsEntry("mill.grind", new TimeAllowed(second, tooLate));

        assertThat(done(control().timeLimit("mill.grind", Optional.empty(), Optional.empty())))
                .isTrue();
        assertThat(bench.timeLimits().changed()).containsEntry("mill.grind", TimeAllowed.UNLIMITED);

        assertThatThrownBy(() -> control().timeLimit("mill.grind", tooLate, second))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("PT2S")
                .hasMessageContaining("nothing was changed");
        assertThatThrownBy(() -> control().timeLimit("mill.grind", Optional.of(Duration.ZERO), Optional.empty()))
                .isInstanceOf(TaskOptionException.class);
        assertThat(done(control().timeLimit("mill.grnd", second, tooLate))).isFalse();
    }

    @Test
    void a_paused_queue_keeps_its_tasks_at_the_broker_and_others_run() {
        control().pauseQueue("slow");
        tasks.delay(Mill::sweep);
        tasks.delay(Mill::grind, "rye");
        bench.runDue();

        assertThat(mill.ground).containsExactly("rye");
        assertThat(bench.transport().waiting()).hasSize(1);
        assertThat(control().pausedQueues()).containsExactly("slow");
        assertThat(bench.events().of(TaskEvent.Paused.class)).hasSize(1);

        assertThat(control().resumeQueue("slow")).isTrue();
        assertThat(control().resumeQueue("slow")).isFalse();
        bench.drain();

        assertThat(mill.ground).containsExactly("rye", "swept");
    }

    @Test
    void a_paused_task_comes_to_look_less_and_less_often() {
        control().pauseTask("mill.grind");
        tasks.delay(Mill::grind, "rye");
        bench.runDue();
        Duration first = untilNext();
        bench.clock().advance(Duration.ofMinutes(1));
        bench.runDue();
        Duration second = untilNext();
        bench.clock().advance(Duration.ofHours(1));
        bench.runDue();

        assertThat(first).isEqualTo(Duration.ofSeconds(5));
        assertThat(second).isEqualTo(Duration.ofSeconds(30));
        assertThat(untilNext()).isEqualTo(Duration.ofMinutes(1));
        assertThat(mill.ground).isEmpty();
        assertThat(control().pausedTasks()).containsExactly("mill.grind");
        control().resumeTask("mill.grind");
        bench.drain();
        assertThat(mill.ground).containsExactly("rye");
    }

    private Duration untilNext() {
        return Duration.between(bench.clock().now(), bench.transport().nextDue().orElseThrow());
    }

    @Test
    void a_pause_is_known_after_a_restart_and_found_without_the_news_of_it() {
        bench.orders()
                .pause(new Pause(Pause.Of.TASK, "mill.sweep", bench.clock().now()));
        tasks.delay(Mill::sweep);
        bench.runDue();
        assertThat(mill.ground).isEmpty();

        bench.orders().resume(Pause.Of.TASK, "mill.sweep");
        bench.refreshOrders();
        bench.drain();
        assertThat(mill.ground).containsExactly("swept");
    }

    @Test
    void a_queue_that_nobody_here_consumes_cannot_be_paused() {
        assertThatThrownBy(() -> control().pauseQueue("slwo"))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("slow");
    }

    @Test
    void a_broker_that_can_pause_is_told_as_well() {
        bench.broker().allow(Capability.PAUSE);
        control().pauseQueue("slow");

        assertThat(bench.broker().paused()).containsExactly("slow");

        control().resumeQueue("slow");
        assertThat(bench.broker().paused()).isEmpty();
    }

    @Test
    void a_quiet_node_hands_back_what_comes_and_says_so() {
        assertThat(done(control().quiet())).isTrue();
        tasks.delay(Mill::grind, "rye");
        bench.runDue();

        assertThat(mill.ground).isEmpty();
        assertThat(control().stats().get(Workbench.NODE).takesTasks()).isFalse();

        assertThat(done(control().wake())).isTrue();
        bench.drain();
        assertThat(mill.ground).containsExactly("rye");
    }

    @Test
    void a_node_that_is_woken_says_what_else_keeps_it_from_taking_tasks() {
        bench.deliveryGate().hold(DeliveryGate.Reason.NAME_TAKEN);
        control().quiet();

        assertThat(control().wake().get(Workbench.NODE).detail())
                .isEqualTo("The node is no longer quiet, but still takes no new tasks: another live node has its name");

        bench.deliveryGate().release(DeliveryGate.Reason.NAME_TAKEN);
        assertThat(control().wake().get(Workbench.NODE).detail()).isEqualTo("The node takes new tasks");
    }

    @Test
    void a_second_order_to_shut_down_says_that_its_grace_period_does_not_apply() {
        assertThat(control().shutdown(Duration.ofSeconds(2)).get(Workbench.NODE).detail())
                .endsWith("at the latest in PT2S");

        assertThat(control().shutdown(Duration.ofHours(1)).get(Workbench.NODE).detail())
                .endsWith("because its shutdown has begun already")
                .doesNotContain("PT1H");
    }

    @Test
    void a_node_that_shuts_down_cannot_be_woken() {
        control().shutdown(Duration.ofSeconds(2));

        assertThat(control().wake().get(Workbench.NODE)).satisfies(answer -> {
            assertThat(answer.done()).isFalse();
            assertThat(answer.detail()).startsWith("The node is shutting down and takes no new tasks");
        });
        assertThat(control().addConsumer("slow").get(Workbench.NODE)).satisfies(answer -> {
            assertThat(answer.done()).isFalse();
            assertThat(answer.detail()).startsWith("The node is shutting down and takes no new tasks");
        });
        assertThat(control().stats().get(Workbench.NODE).takesTasks()).isFalse();
        assertThat(bench.deliveryGate().isOpen("default")).isFalse();
        tasks.delay(Mill::grind, "rye");
        bench.runDue();
        assertThat(mill.ground).isEmpty();
    }

    @Test
    void nothing_opens_the_gate_of_a_node_that_shuts_down() {
        control().shutdown(Duration.ofSeconds(2));
        bench.deliveryGate().release(DeliveryGate.Reason.QUIET);

        assertThat(bench.deliveryGate().isOpen("default")).isFalse();
    }

    @Test
    void a_node_that_is_to_shut_down_stops_when_nothing_runs_any_more() {
        List<Boolean> stoppedWhileItRan = new ArrayList<>();
        mill.onGrind = () -> {
            control().shutdown(Duration.ofSeconds(2));
            stoppedWhileItRan.add(bench.isStopped());
        };
        tasks.delay(Mill::grind, "rye");
        assertThat(bench.isStopped()).isFalse();

        bench.runDue();

        // On a workbench, waiting advances the clock, up to the end of the grace period.
        assertThat(stoppedWhileItRan).containsExactly(true);
        assertThat(bench.isStopped()).isTrue();
    }

    @Test
    void what_this_server_cannot_do_is_refused_with_what_can_be_done() {
        assertThat(control().cancelConsumer("slow").get(Workbench.NODE)).satisfies(answer -> {
            assertThat(answer.done()).isFalse();
            assertThat(answer.detail()).endsWith("You can pause the queue for all nodes instead");
        });
        assertThat(control().addConsumer("slow").get(Workbench.NODE)).satisfies(answer -> {
            assertThat(answer.done()).isFalse();
            assertThat(answer.detail()).endsWith("You can resume the queue for all nodes instead");
        });
    }

    private static boolean done(Map<String, ControlAnswer> answers) {
        return answers.get(Workbench.NODE).done();
    }
}
