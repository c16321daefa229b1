package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.DeliveryGate.Reason;
import org.junit.jupiter.api.Test;

/**
 * A listener stops once no task of its queue is running, and never before. Whatever stopped the listener also reports
 * when the listener starts again.
 */
class ListeningTest {

    class Mill {
        @AbakusTask(name = "mill.grind")
        public void grind() {
            during.run();
        }
    }

    private static final class FakeSwitch implements ListenerSwitch {
        final Set<String> off = new TreeSet<>();
        final List<String> turned = new ArrayList<>();
        boolean isBroken;

        @Override
        public Set<String> queues() {
            return new TreeSet<>(Set.of("default", "slow"));
        }

        @Override
        public boolean isConsuming(String queue) {
            return !off.contains(queue);
        }

        @Override
        public void turn(String queue, boolean on) {
            if (isBroken) {
                throw new OperationalException("no management");
            }
            turned.add(queue + (on ? " on" : " off"));
            if (on) {
                off.remove(queue);
            } else {
                off.add(queue);
            }
        }
    }

    private final Workbench bench = Workbench.of(new Mill());
    private final FakeSwitch listeners = new FakeSwitch();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Listening listening =
            new Listening(listeners, bench.deliveryGate(), bench.running(), (delay, work) -> later.add(work));
    private Runnable during = () -> {};

    private void look() {
        for (int i = later.size(); i > 0; i--) {
            later.poll().run();
        }
    }

    @Test
    void a_listener_under_which_a_task_runs_stops_when_that_has_ended() {
        during = () -> {
            listening.turn("default", false);
            look();
            look();
            assertThat(listening.running("default")).isEqualTo(1);
            assertThat(listeners.turned).as("stopped under a running body").isEmpty();
            assertThat(bench.deliveryGate().isOpen("default")).isFalse();
            assertThat(bench.deliveryGate().isOpen("slow")).isTrue();
        };
        bench.tasks().delay(Mill::grind);
        bench.runDue();

        look();

        assertThat(listeners.turned).containsExactly("default off");
        assertThat(later).isEmpty();
    }

    @Test
    void the_order_itself_waits_for_nobody() {
        listening.turn("default", false);
        assertThat(listeners.turned).isEmpty();
        assertThat(later).hasSize(1);
    }

    @Test
    void a_queue_that_was_stopped_by_order_stays_so_when_the_node_is_able_again() {
        listening.turn("slow", false);
        look();
        bench.deliveryGate().hold(Reason.UNABLE);
        listening.adjustSoon();
        look();
        bench.deliveryGate().release(Reason.UNABLE);
        listening.adjustSoon();
        look();

        assertThat(listeners.turned).containsExactly("slow off", "default off", "default on");
    }

    @Test
    void what_somebody_else_has_stopped_is_left_alone_until_it_is_ordered() {
        listeners.off.add("default");
        listening.adjustSoon();
        look();
        assertThat(listeners.turned).isEmpty();

        listening.turn("default", true);
        look();
        assertThat(listeners.turned).containsExactly("default on");
    }

    @Test
    void a_switch_that_fails_is_tried_again() {
        listeners.isBroken = true;
        listening.turn("default", false);
        look();
        listeners.isBroken = false;
        look();

        assertThat(listeners.turned).containsExactly("default off");
    }
}
