package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ListenerProbe;
import no.abakus.tasks.port.ListenerSwitch;
import org.junit.jupiter.api.Test;

/** Readiness asks the listeners themselves, so it notices a broker that came back without them. */
class WorkersProbeTest {

    private boolean isActive = true;
    private boolean isMeant = true;
    private OptionalLong consumers = OptionalLong.of(16);
    private RuntimeException refusal;
    private boolean hasPulse;
    private boolean hasOthers;
    private boolean isPaused;
    private long probedConsumers;

    private final ListenerProbe pulse = new ListenerProbe() {
        @Override
        public String name() {
            return "workers";
        }

        @Override
        public void check() {
            if (!hasPulse) {
                throw new IllegalStateException("no message yet");
            }
        }

        @Override
        public void checkOwn(long count) {
            probedConsumers = count;
            if (!hasPulse) {
                throw new IllegalStateException("no message of late");
            }
        }
    };

    private final WorkersProbe probe =
            new WorkersProbe("default", new Listeners(), new Broker(), () -> isMeant, () -> hasOthers, pulse);

    @Test
    void listeners_that_are_active_and_known_to_the_broker_consume_before_any_message_has_come() {
        up();
    }

    @Test
    void a_broker_that_knows_no_consumer_any_more_is_noticed_whatever_came_before() {
        up();
        consumers = OptionalLong.of(0);
        down("Nobody consumes");
        consumers = OptionalLong.of(16);
        up();
    }

    @Test
    void listeners_that_are_stopped_do_not_consume_though_others_do() {
        isActive = false;
        down("are stopped on this node");
        isMeant = false;
        up();
    }

    @Test
    void consumers_of_other_nodes_do_not_count_for_this_one() {
        hasOthers = true;
        consumers = OptionalLong.of(32);
        down("no message of late");
        assertThat(probedConsumers).isEqualTo(32);
        hasPulse = true;
        up();
    }

    @Test
    void a_queue_that_is_paused_at_the_broker_makes_no_node_unhealthy() {
        hasOthers = true;
        isPaused = true;
        up();
        isPaused = false;
        down("no message of late");
    }

    @Test
    void a_broker_that_counts_nothing_is_asked_by_a_message() {
        consumers = OptionalLong.empty();
        down("no message yet");
        hasPulse = true;
        up();
    }

    @Test
    void a_broker_that_does_not_let_itself_be_asked_is_asked_by_a_message() {
        refusal = new OperationalException("no permission to manage");
        hasPulse = true;
        up();
    }

    @Test
    void a_broker_that_has_counted_and_does_not_answer_now_is_down() {
        up();
        refusal = new OperationalException("out of reach");
        hasPulse = true;
        down("out of reach");
    }

    private void up() {
        assertThatCode(probe::check).doesNotThrowAnyException();
    }

    private void down(String why) {
        assertThatThrownBy(probe::check).hasMessageContaining(why);
    }

    private final class Listeners implements ListenerSwitch {
        @Override
        public Set<String> queues() {
            return Set.of("default");
        }

        @Override
        public boolean isConsuming(String queue) {
            return isActive;
        }

        @Override
        public void turn(String queue, boolean on) {}
    }

    private final class Broker implements BrokerAdmin {
        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.COUNT);
        }

        @Override
        public OptionalLong consumers(String queue) {
            if (refusal != null) {
                throw refusal;
            }
            return consumers;
        }

        @Override
        public boolean isPaused(String queue) {
            return isPaused;
        }

        @Override
        public QueueState state(String queue) {
            throw new AssertionError("More than is needed");
        }

        @Override
        public List<WaitingTask> waiting(String queue, int most) {
            return List.of();
        }

        @Override
        public List<WaitingTask> scheduled(String queue, int most) {
            return List.of();
        }

        @Override
        public void pause(String queue) {}

        @Override
        public void resume(String queue) {}

        @Override
        public boolean remove(String queue, String taskId) {
            return false;
        }
    }
}
