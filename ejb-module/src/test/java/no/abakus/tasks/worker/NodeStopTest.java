package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A stopping node lets running tasks end, and hands back those that do not. */
class NodeStopTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final Workbench bench = new Workbench().register(new Body());
    private final DeliveryGate deliveryGate = new DeliveryGate(TaskClock.system());

    private final ProcessEnd noEnd = (time, code) -> {
        throw new AssertionError("Nobody has called System.exit");
    };

    class Body {
        @AbakusTask(name = "early", ignoreResult = false, acks = Acks.EARLY)
        public String early() throws InterruptedException {
            return run();
        }

        @AbakusTask(name = "body", ignoreResult = false)
        public String run() throws InterruptedException {
            release.await();
            return "done";
        }

        @AbakusTask(name = "once", ignoreResult = false, rejectOnWorkerLost = false)
        public String once() throws InterruptedException {
            return run();
        }
    }

    private Thread delivery() {
        return delivery(1);
    }

    /** Delivers the next message on a thread of its own, and waits until this many task methods run. */
    private Thread delivery(int running) {
        Thread thread = new Thread(() -> {
            try {
                deliveryGate.enter("default");
                bench.transport().deliverNext(bench.worker());
                deliveryGate.leave();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        Await.until(() -> bench.running().all().stream()
                        .filter(task -> task.thread().isPresent())
                        .count()
                == running);
        return thread;
    }

    @Test
    void what_runs_may_end_inside_the_grace_period() throws InterruptedException {
        AsyncResult<Object> result = bench.tasks().call("body").applyAsync();
        Thread delivery = delivery();
        Thread stopping = new Thread(new NodeStop(deliveryGate, bench.running(), Duration.ofMinutes(1), noEnd)::stop);
        stopping.start();
        Await.until(() -> !deliveryGate.reasons().isEmpty());

        release.countDown();
        stopping.join();
        delivery.join();

        assertThat(result.result()).isEqualTo("done");
    }

    @Test
    void what_does_not_end_is_interrupted_and_handed_back() throws InterruptedException {
        AsyncResult<Object> result = bench.tasks().call("body").applyAsync();
        Thread delivery = delivery();

        new NodeStop(deliveryGate, bench.running(), Duration.ZERO, noEnd).stop();
        delivery.join();

        assertThat(deliveryGate.inside()).isZero();
        assertThat(result.state()).isEqualTo(TaskState.QUEUED);
        release.countDown();
        bench.runDue();
        assertThat(result.result()).isEqualTo("done");
    }

    @Test
    void an_early_task_keeps_the_time_of_its_drain_even_if_another_task_hangs() throws InterruptedException {
        AsyncResult<Object> early = bench.tasks().call("early").applyAsync();
        Thread earlyDelivery = delivery();
        // The tasks are interrupted in the order in which they started.
        bench.clock().advance(Duration.ofSeconds(1));
        AsyncResult<Object> late = bench.tasks().call("body").applyAsync();
        Thread lateDelivery = delivery(2);
        RunningTask inSlot = running(early.id());

        Thread stopping = new Thread(new NodeStop(deliveryGate, bench.running(), Duration.ZERO, noEnd)::stop);
        stopping.start();
        lateDelivery.join();

        assertThat(inSlot.interruption()).isEmpty();
        assertThat(late.state()).isEqualTo(TaskState.QUEUED);
        release.countDown();
        stopping.join();
        earlyDelivery.join();
        assertThat(early.result()).isEqualTo("done");
    }

    private RunningTask running(String id) {
        return bench.running().all().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_must_not_start_twice_is_interrupted_and_fails() throws InterruptedException {
        AsyncResult<Object> result = bench.tasks().call("once").applyAsync();
        Thread delivery = delivery();

        new NodeStop(deliveryGate, bench.running(), Duration.ZERO, noEnd).stop();
        delivery.join();

        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
        assertThat(bench.transport().waiting()).isEmpty();
    }
}
