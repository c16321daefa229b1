package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.worker.DeliveryGate.Reason;
import org.junit.jupiter.api.Test;

/** A node that accepts no tasks makes deliveries wait, and knows when its current deliveries are settled. */
class DeliveryGateTest {

    private final DeliveryGate deliveryGate = new DeliveryGate(TaskClock.system());
    private final AtomicReference<String> came = new AtomicReference<>("");

    private Thread delivery() {
        Thread thread = new Thread(() -> {
            try {
                deliveryGate.enter("default");
                came.set("in");
                deliveryGate.leave();
            } catch (OperationalException e) {
                came.set("sent back");
            } catch (InterruptedException e) {
                came.set("interrupted");
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void what_comes_while_there_is_a_reason_waits_until_there_is_none() throws InterruptedException {
        assertThat(deliveryGate.hold(Reason.STOPPING)).isTrue();
        assertThat(deliveryGate.hold(Reason.STOPPING)).isFalse();
        deliveryGate.hold(Reason.ABANDONED_THREADS);
        Thread delivery = delivery();
        Await.until(() -> delivery.getState() == Thread.State.WAITING);

        assertThat(deliveryGate.release(Reason.STOPPING)).isTrue();
        assertThat(deliveryGate.inside()).isZero();
        assertThat(deliveryGate.release(Reason.ABANDONED_THREADS)).isTrue();
        delivery.join();

        assertThat(came).hasValue("in");
        assertThat(deliveryGate.release(Reason.STOPPING)).isFalse();
    }

    @Test
    void a_delivery_that_waits_can_be_sent_back() throws InterruptedException {
        deliveryGate.hold(Reason.STOPPING);
        Thread delivery = delivery();
        Await.until(() -> delivery.getState() == Thread.State.WAITING);

        delivery.interrupt();
        delivery.join();

        assertThat(came).hasValue("interrupted");
        assertThat(deliveryGate.inside()).isZero();
    }

    @Test
    void a_node_that_has_stopped_sends_back_those_who_wait_and_whoever_comes() throws InterruptedException {
        deliveryGate.hold(Reason.STOPPING);
        Thread waiting = delivery();
        Await.until(() -> waiting.getState() == Thread.State.WAITING);

        deliveryGate.close();
        waiting.join();
        assertThat(came).hasValue("sent back");

        came.set("");
        delivery().join();
        assertThat(came).hasValue("sent back");
        assertThat(deliveryGate.inside()).isZero();
    }

    @Test
    void it_is_empty_once_all_that_came_in_are_settled() throws InterruptedException {
        deliveryGate.enter("default");
        deliveryGate.hold(Reason.STOPPING);
        assertThat(deliveryGate.awaitEmpty(Duration.ofMillis(20))).isFalse();

        Thread settling = new Thread(deliveryGate::leave);
        settling.start();

        assertThat(deliveryGate.awaitEmpty(Duration.ofSeconds(10))).isTrue();
        settling.join();
    }

    @Test
    void a_delivery_that_has_waited_for_a_while_goes_back_for_another_node() throws InterruptedException {
        DeliveryGate impatient = new DeliveryGate(TaskClock.system(), Duration.ofMillis(20));
        impatient.hold(Reason.UNABLE);

        assertThat(impatient.enter("default")).isFalse();
        assertThat(impatient.inside()).isZero();

        impatient.release(Reason.UNABLE);
        assertThat(impatient.enter("default")).isTrue();
    }

    @Test
    void a_queue_that_is_closed_leaves_the_others_open() throws InterruptedException {
        DeliveryGate impatient = new DeliveryGate(TaskClock.system(), Duration.ofMillis(20));
        impatient.closeQueue("slow");

        assertThat(impatient.enter("default")).isTrue();
        assertThat(impatient.enter("slow")).isFalse();
        impatient.openQueue("slow");
        assertThat(impatient.enter("slow")).isTrue();
        assertThat(impatient.inside()).isEqualTo(2);
    }
}
