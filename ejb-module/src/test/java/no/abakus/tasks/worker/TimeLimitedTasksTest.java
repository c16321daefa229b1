package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.SoftTimeLimitExceeded;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task that takes too long is asked to end, and has failed at its limit whatever it does. */
class TimeLimitedTasksTest {

    static final Duration SHORT = Duration.ofMillis(50);

    static class Slow {
        final TaskRequest request;
        final CountDownLatch release = new CountDownLatch(1);
        volatile Map<String, Object> context;
        volatile Thread thread;
        volatile Optional<Duration> limit = Optional.empty();

        Slow(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(name = "slow.waits", ignoreResult = false)
        public String waits() throws InterruptedException {
            limit = request.timeLimit();
            release.await();
            return "released";
        }

        @AbakusTask(name = "slow.wraps")
        public void wraps() {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new ClosedByInterruptException());
            }
        }

        @AbakusTask(name = "slow.computes")
        public void computes() {
            while (true) {
                request.checkpoint();
            }
        }

        @AbakusTask(name = "slow.cleans_up", ignoreResult = false)
        public String cleansUp() {
            try {
                release.await();
                return "all of it";
            } catch (InterruptedException e) {
                return "half of it";
            }
        }

        @AbakusTask(name = "slow.asks_again", autoretryFor = SoftTimeLimitExceeded.class, retryDelay = "PT1S")
        public void asksAgain() throws InterruptedException {
            release.await();
        }

        @AbakusTask(name = "slow.stubborn", ignoreResult = false)
        public String stubborn() {
            context = LogContext.current().toMap();
            thread = Thread.currentThread();
            while (true) {
                try {
                    release.await();
                    return "too late";
                } catch (InterruptedException e) {
                    // Ignoring the interrupt is the point.
                }
            }
        }
    }

    private final Workbench bench = new Workbench().keepTimeLimits();
    private final Slow slow = new Slow(bench.request());

    TimeLimitedTasksTest() {
        bench.register(slow);
    }

    @AfterEach
    void let_go() {
        slow.release.countDown();
        Await.until(() -> bench.abandoned().all().isEmpty());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private Throwable failure() {
        return bench.events().only(TaskEvent.Failed.class).thrown();
    }

    @Test
    void a_body_that_waits_is_interrupted_at_its_soft_limit_and_fails_by_it() {
        bench.tasks().call("slow.waits").softTimeLimit(SHORT).applyAsync();
        bench.runDue();

        assertThat(failure())
                .isInstanceOf(SoftTimeLimitExceeded.class)
                .hasMessageContaining("PT0.05S")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "SoftLimitReached", "Failed");
    }

    @Test
    void an_interrupt_is_known_behind_what_a_library_makes_of_it() {
        bench.tasks().call("slow.wraps").softTimeLimit(SHORT).applyAsync();
        bench.runDue();

        assertThat(failure()).isInstanceOf(SoftTimeLimitExceeded.class);
    }

    @Test
    void a_body_that_computes_learns_of_its_soft_limit_at_a_checkpoint() {
        bench.tasks().call("slow.computes").softTimeLimit(SHORT).applyAsync();
        bench.runDue();

        assertThat(failure()).isInstanceOf(SoftTimeLimitExceeded.class).hasNoCause();
    }

    @Test
    void a_body_may_clean_up_after_its_soft_limit_and_succeed() {
        var result = bench.tasks().call("slow.cleans_up").softTimeLimit(SHORT).applyAsync();
        bench.runDue();

        assertThat(result.result()).isEqualTo("half of it");
    }

    @Test
    void a_task_may_be_run_again_for_its_soft_limit() {
        bench.tasks().call("slow.asks_again").softTimeLimit(SHORT).applyAsync();
        bench.runDue();

        assertThat(bench.events().only(TaskEvent.Retrying.class).cause().orElseThrow())
                .isInstanceOf(SoftTimeLimitExceeded.class);
    }

    @Test
    void a_stubborn_body_fails_at_its_limit_and_what_it_does_later_counts_no_more() {
        var result = bench.tasks().call("slow.stubborn").timeLimit(SHORT).applyAsync();
        bench.runDue();

        assertThat(failure()).isInstanceOf(TimeLimitExceeded.class);
        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
        assertThatThrownBy(() -> result.get(Duration.ofSeconds(1)))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("TimeLimitExceeded");
        slow.release.countDown();
        Await.until(() -> bench.abandoned().all().isEmpty());
        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void an_abandoned_thread_is_named_and_counted_and_it_is_told_where_it_hangs() {
        bench.tasks().call("slow.stubborn").timeLimit(SHORT).taskId("t-1").applyAsync();
        bench.runDue();

        TaskEvent.Abandoned told = bench.events().only(TaskEvent.Abandoned.class);
        assertThat(told.thread())
                .isEqualTo("abakus-abandoned slow.stubborn[t-1]")
                .isEqualTo(slow.thread.getName());
        assertThat(told.abandoned()).isEqualTo(1);
        assertThat(told.exceeded().getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("stubborn"));
        assertThat(bench.abandoned().all()).extracting(RunningTask::id).containsExactly("t-1");
        assertThat(bench.running().all()).isEmpty();
    }

    @Test
    void a_body_on_a_thread_of_its_own_has_its_senders_context_and_its_request() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            bench.tasks().call("slow.stubborn").timeLimit(SHORT).taskId("t-1").applyAsync();
        }
        bench.runDue();

        assertThat(slow.thread).isNotSameAs(Thread.currentThread());
        assertThat(slow.context).containsEntry("request_id", "r-1").containsEntry("task_id", "t-1");
    }

    @Test
    void a_body_that_ends_in_time_answers_as_any_other() {
        slow.release.countDown();
        var result = bench.tasks()
                .call("slow.waits")
                .timeLimit(Duration.ofMinutes(1))
                .softTimeLimit(Duration.ofSeconds(50))
                .applyAsync();
        bench.runDue();

        assertThat(result.result()).isEqualTo("released");
        assertThat(slow.limit).contains(Duration.ofMinutes(1));
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
    }

    @Test
    void limits_changed_at_run_time_hold_for_what_begins_next_and_the_call_goes_first() {
        bench.timeLimits().change("slow.waits", new TimeAllowed(Optional.of(SHORT), Optional.empty()));
        bench.tasks().call("slow.waits").applyAsync();
        bench.runDue();
        assertThat(failure()).isInstanceOf(SoftTimeLimitExceeded.class);

        bench.events().clear();
        slow.release.countDown();
        bench.tasks().call("slow.waits").without(TaskOption.SOFT_TIME_LIMIT).applyAsync();
        bench.runDue();
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
    }

    @Test
    void a_soft_limit_beyond_the_hard_one_is_refused() {
        TimeAllowed wrong = new TimeAllowed(Optional.of(Duration.ofSeconds(3)), Optional.of(Duration.ofSeconds(2)));

        assertThatThrownBy(() -> bench.timeLimits().change("slow.waits", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never be reached");
    }

    @Test
    void with_too_many_abandoned_bodies_the_node_takes_no_work_until_some_have_ended() {
        bench.set("abakus.tasks.worker.max-abandoned-threads", "1");
        bench.tasks().call("slow.stubborn").timeLimit(SHORT).applyAsync();
        bench.runDue();
        assertThat(bench.deliveryGate().reasons()).isEmpty();
        assertThatNoException().isThrownBy(bench.abandoned()::check);

        bench.tasks().call("slow.stubborn").timeLimit(SHORT).applyAsync();
        bench.runDue();
        assertThat(bench.deliveryGate().reasons()).containsExactly(DeliveryGate.Reason.ABANDONED_THREADS);
        assertThatThrownBy(bench.abandoned()::check)
                .hasMessageContaining("max-abandoned-threads")
                .hasMessageContaining("slow.stubborn[");

        slow.release.countDown();
        Await.until(() -> bench.deliveryGate().reasons().isEmpty());
        assertThatNoException().isThrownBy(bench.abandoned()::check);
    }

    @Test
    void a_task_whose_node_stops_is_handed_back_as_it_was() {
        Thread stopping = new Thread(() -> {
            Await.until(() -> bench.running().all().stream()
                    .anyMatch(task -> task.thread().isPresent()));
            bench.running().all().forEach(task -> task.interrupt(new Interruption.Stopping()));
        });
        stopping.start();
        var result = bench.tasks().call("slow.waits").applyAsync();
        bench.transport().deliverNext(bench.worker());

        assertThat(bench.events().only(TaskEvent.Requeued.class).reason()).isEqualTo("the node stops");
        assertThat(result.state()).isEqualTo(TaskState.QUEUED);
        slow.release.countDown();
        bench.runDue();
        assertThat(result.result()).isEqualTo("released");
    }
}
