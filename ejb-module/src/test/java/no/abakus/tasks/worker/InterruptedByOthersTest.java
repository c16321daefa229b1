package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** An interrupt from outside, such as a resource adapter's, is not a failure of the task. */
class InterruptedByOthersTest {

    interface Work {
        void run() throws Exception;
    }

    class Body {
        @AbakusTask(name = "late", ignoreResult = false, autoretryFor = Exception.class)
        public String late() throws Exception {
            return run();
        }

        @AbakusTask(name = "transacted", ignoreResult = false, acks = Acks.TRANSACTED)
        public String transacted() throws Exception {
            return run();
        }

        @AbakusTask(name = "limited", ignoreResult = false, timeLimit = "PT1M")
        public String limited() throws Exception {
            return run();
        }

        @AbakusTask(name = "once", ignoreResult = false, rejectOnWorkerLost = false)
        public String once() throws Exception {
            return run();
        }

        private String run() throws Exception {
            begun.incrementAndGet();
            during.run();
            return "done";
        }
    }

    private final Workbench bench = Workbench.of(new Body());
    private volatile Work during = () -> {};
    private final AtomicInteger begun = new AtomicInteger();

    private void interruptedWhileItRuns(String task) {
        during = () -> {
            during = () -> {};
            Thread.currentThread().interrupt();
            new CountDownLatch(1).await();
        };
        handedBack(task);
    }

    private void handedBack(String task) {
        var result = bench.tasks().call(task).applyAsync();
        bench.runDue();
        assertThat(result.state()).isEqualTo(TaskState.QUEUED);
        assertThat(bench.events().of(TaskEvent.Failed.class)).isEmpty();
        assertThat(bench.transport().sent().get(1).message().retries())
                .as("it is no retry")
                .isZero();

        bench.drain();
        assertThat(result.result()).isEqualTo("done");
        assertThat(begun).hasValue(2);
    }

    @Test
    void a_late_task_is_handed_back_and_runs_again() {
        interruptedWhileItRuns("late");
    }

    @Test
    void a_transacted_task_is_handed_back_and_runs_again() {
        interruptedWhileItRuns("transacted");
    }

    @Test
    void a_body_that_wraps_the_interrupt_as_it_likes_is_handed_back_too() {
        during = () -> {
            during = () -> {};
            Thread.currentThread().interrupt();
            throw new IllegalStateException("gave up");
        };
        handedBack("late");
    }

    /** As some HTTP clients throw it. */
    private static final class ConnectTimeout extends InterruptedIOException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_body_that_only_timed_out_has_failed() {
        timesOut(new SocketTimeoutException("read timed out"));
        timesOut(new ConnectTimeout());
    }

    private void timesOut(IOException timeout) {
        during = () -> {
            throw new IllegalStateException(timeout);
        };
        var result = bench.tasks().call("transacted").applyAsync();
        assertThat(bench.drain()).as("deliveries").isEqualTo(1);
        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void a_body_that_interrupts_itself_each_time_fails_in_the_end() {
        during = () -> {
            throw new InterruptedException("again");
        };
        var result = bench.tasks().call("transacted").applyAsync();

        assertThat(bench.drain()).isEqualTo(6);
        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void a_body_that_returns_all_the_same_has_succeeded() {
        during = () -> Thread.currentThread().interrupt();
        var result = bench.tasks().call("late").applyAsync();
        bench.runDue();
        assertThat(result.result()).isEqualTo("done");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_task_that_begins_once_does_not_notice_that_its_listener_is_interrupted() throws InterruptedException {
        bench.keepTimeLimits();
        goesOn("once");
    }

    private void goesOn(String task) throws InterruptedException {
        var goOn = new CountDownLatch(1);
        during = goOn::await;
        var result = bench.tasks().call(task).applyAsync();
        Thread listener = new Thread(bench::runDue);
        listener.start();
        Await.until(() -> bench.running().all().stream()
                .anyMatch(running -> running.thread().isPresent()));

        listener.interrupt();
        Await.until(() -> !listener.isInterrupted());
        goOn.countDown();
        listener.join();

        assertThat(result.result()).isEqualTo("done");
        assertThat(begun).hasValue(1);
    }
}
