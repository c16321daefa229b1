package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.port.ControlMessage;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Two releases of an application run side by side: a task that one node does not know waits for a node that does. */
class RollingUpgradeTest {

    private static final List<String> RAN = new ArrayList<>();

    static class Former {
        @AbakusTask(name = "mail.send")
        public void send(String to) {
            RAN.add("former " + to);
        }
    }

    static class Head {
        @AbakusTask(name = "mail.send")
        public void send(String to, int copies) {
            RAN.add("head " + to);
        }

        @AbakusTask(name = "mail.count", ignoreResult = false)
        public int count() {
            RAN.add("counted");
            return 1;
        }
    }

    private final Workbench head = Workbench.of(new Head());
    private final Workbench former = head.secondNode("former").register(new Former());

    RollingUpgradeTest() {
        RAN.clear();
    }

    private Workbench waiting(String span) {
        return former.set("abakus.tasks.worker.unknown-task-wait", span);
    }

    @Test
    void a_task_that_is_unknown_here_goes_back_and_runs_on_the_node_that_knows_it() {
        waiting("PT10M");
        var result = head.tasks().delay(Head::count);
        former.runDue();
        assertThat(RAN).isEmpty();
        assertThat(former.transport().deadLetters()).isEmpty();
        assertThat(former.events().only(TaskEvent.Requeued.class).reason()).startsWith("unknown-task");

        head.drain();

        assertThat(RAN).containsExactly("counted");
        assertThat(result.result()).isEqualTo(1);
    }

    @Test
    void after_ten_minutes_of_waiting_it_is_a_dead_letter_and_it_has_not_gone_round_often() {
        waiting("PT10M");
        Instant sent = former.clock().now();
        head.tasks().delay(Head::count);

        int deliveries = former.drain();

        InMemoryTransport.DeadLetter dead = former.transport().deadLetters().get(0);
        assertThat(dead.rejection().reason()).isEqualTo(Reason.UNKNOWN_TASK);
        assertThat(dead.rejection().detail()).contains("no node could run it since " + sent);
        assertThat(Duration.between(sent, former.clock().now()))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
        assertThat(deliveries).isLessThanOrEqualTo(20);
        assertThat(former.events().of(TaskEvent.NotFound.class)).hasSize(1);
    }

    @Test
    void a_task_that_waits_a_day_goes_round_no_more_often_and_three_hundred_do_not_spin() {
        waiting("P1D");
        for (int i = 0; i < 300; i++) {
            head.tasks().delay(Head::count);
        }

        int deliveries = former.drain();

        assertThat(former.transport().deadLetters()).hasSize(300);
        assertThat(deliveries).isLessThanOrEqualTo(300 * 21);
        assertThat(Duration.between(
                        head.transport()
                                .sent()
                                .get(0)
                                .message()
                                .extras()
                                .returns()
                                .since(),
                        former.clock().now()))
                .isGreaterThan(Duration.ofHours(12));
    }

    @Test
    void a_task_that_another_live_node_has_is_offered_again_without_a_wait() {
        waiting("PT10M");
        hearHead();
        Instant sent = former.clock().now();
        var result = head.tasks().delay(Head::count);

        int deliveries = former.runDue();

        assertThat(deliveries).isEqualTo(PassingOn.MOST + 1);
        assertThat(former.clock().now()).isEqualTo(sent);
        assertThat(former.events().of(TaskEvent.Requeued.class)).hasSize(1);
        head.drain();
        assertThat(result.result()).isEqualTo(1);
    }

    @Test
    void a_task_that_no_live_node_has_only_waits() {
        waiting("PT10M");
        hearHead();
        head.tasks().call("mail.nobody").queue("default").applyAsync();

        int deliveries = former.runDue();

        assertThat(deliveries).isEqualTo(1);
    }

    @Test
    void where_nothing_is_to_wait_it_is_a_dead_letter_at_once() {
        waiting("PT0S");
        head.tasks().delay(Head::count);

        assertThat(former.runDue()).isEqualTo(1);
        assertThat(former.transport().deadLetters()).hasSize(1);
    }

    @Test
    void arguments_that_do_not_fit_here_wait_while_another_node_is_heard_that_may_take_them() {
        waiting("PT10M");
        head.tasks().delay(Head::send, "a@b.no", 2);
        hearHead();
        former.runDue();

        assertThat(former.transport().deadLetters()).isEmpty();
        head.drain();
        assertThat(RAN).containsExactly("head a@b.no");
    }

    @Test
    void arguments_that_do_not_fit_are_a_dead_letter_where_no_other_node_is_heard() {
        waiting("PT10M");
        head.tasks().delay(Head::send, "a@b.no", 2);

        former.runDue();

        assertThat(former.transport().deadLetters())
                .singleElement()
                .satisfies(dead -> assertThat(dead.rejection().reason()).isEqualTo(Reason.ARGUMENTS));
    }

    @Test
    void a_retry_begins_a_new_count() {
        var message = head.transport();
        waiting("PT10M");
        head.tasks().delay(Head::count);
        former.runDue();

        var returned = message.sent().get(1).message();
        assertThat(returned.extras().returns().times()).isEqualTo(1);
        assertThat(returned.retries()).isZero();
        assertThat(returned.retriedAt(former.clock().now()).extras().returns().times())
                .isZero();
    }

    private void hearHead() {
        former.control();
        head.topic()
                .tell(new ControlMessage(
                        "heartbeat",
                        "",
                        Workbench.NODE,
                        "bench-run-1",
                        Optional.empty(),
                        "{\"args\":[{\"node\":\"bench\",\"run\":\"bench-run-1\"}]}",
                        former.clock().now()));
    }
}
