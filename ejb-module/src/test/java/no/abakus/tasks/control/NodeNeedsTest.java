package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RunningTasks;
import org.junit.jupiter.api.Test;

/** A node whose database is down accepts no tasks, and accepts tasks again when the database is back. */
class NodeNeedsTest {

    private final SettableClock clock = new SettableClock();
    private final DeliveryGate deliveryGate = new DeliveryGate(clock);
    private final List<String> turned = new ArrayList<>();
    private boolean isDown;

    private final ListenerSwitch listeners = new ListenerSwitch() {
        @Override
        public java.util.Set<String> queues() {
            return java.util.Set.of("default");
        }

        @Override
        public boolean isConsuming(String queue) {
            return true;
        }

        @Override
        public void turn(String queue, boolean on) {
            turned.add(on ? "on" : "off");
        }
    };

    private final HealthProbe database = new HealthProbe() {
        @Override
        public String name() {
            return "database";
        }

        @Override
        public void check() {
            if (isDown) {
                throw new IllegalStateException("refused");
            }
        }
    };

    private NodeNeeds nodeNeeds(Executor executor) {
        return new NodeNeeds(
                List.of(database),
                executor,
                clock,
                deliveryGate,
                new Listening(listeners, deliveryGate, new RunningTasks(), (delay, work) -> work.run()));
    }

    private void look(NodeNeeds nodeNeeds, int halfSeconds) {
        for (int i = 0; i < halfSeconds; i++) {
            nodeNeeds.look();
            clock.advance(Duration.ofMillis(500));
        }
    }

    @Test
    void its_listeners_stop_after_a_second_and_start_again_by_themselves() {
        NodeNeeds nodeNeeds = nodeNeeds(Runnable::run);
        look(nodeNeeds, 3);
        assertThat(turned).isEmpty();

        isDown = true;
        look(nodeNeeds, 2);
        assertThat(deliveryGate.isOpen("default")).as("after half a second").isTrue();
        look(nodeNeeds, 2);
        assertThat(deliveryGate.reasons()).containsExactly(DeliveryGate.Reason.UNABLE);
        assertThat(turned).containsExactly("off");

        isDown = false;
        look(nodeNeeds, 2);
        assertThat(deliveryGate.isOpen("default")).isTrue();
        assertThat(turned).containsExactly("off", "on");
    }

    @Test
    void a_database_that_does_not_answer_for_ten_seconds_is_down() {
        NodeNeeds nodeNeeds = nodeNeeds(never -> {});
        look(nodeNeeds, 20);
        assertThat(deliveryGate.isOpen("default")).isTrue();
        look(nodeNeeds, 2);
        assertThat(deliveryGate.isOpen("default")).isFalse();
    }
}
