package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.SoftTimeLimitExceeded;
import no.abakus.tasks.TaskInterruptedException;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Running tasks are known, and can be asked to end; an interrupt reaches only the body. */
class RunningTasksTest {

    private final Workbench bench = new Workbench().register(new Body());
    private final List<Runnable> script = new ArrayList<>();

    class Body {
        @AbakusTask(name = "body")
        public void run() {
            script.forEach(Runnable::run);
        }
    }

    private RunningTask only() {
        assertThat(bench.running().all()).hasSize(1);
        return bench.running().all().get(0);
    }

    private void send() {
        bench.tasks().call("body").applyAsync();
        bench.runDue();
    }

    @Test
    void a_running_task_is_known_with_its_thread_and_forgotten_after_it() {
        script.add(() -> {
            assertThat(only().task()).isEqualTo("body");
            assertThat(only().queue()).isEqualTo("default");
            assertThat(only().since()).isEqualTo(bench.clock().now());
            assertThat(only().thread()).containsSame(Thread.currentThread());
        });

        send();

        assertThat(bench.events().names()).endsWith("Succeeded");
        assertThat(bench.running().all()).isEmpty();
    }

    @Test
    void an_interrupt_reaches_the_body_and_nothing_after_it() {
        script.add(() -> {
            assertThat(bench.running().interrupt(only().id(), new Interruption.Terminated()))
                    .isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });

        send();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void another_id_interrupts_nobody() {
        script.add(() -> {
            assertThat(bench.running().interrupt("another", new Interruption.Terminated()))
                    .isFalse();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });

        send();
    }

    @Test
    void a_body_that_is_over_is_not_interrupted() {
        List<RunningTask> kept = new ArrayList<>();
        script.add(() -> kept.add(only()));

        send();

        assertThat(kept.get(0).interrupt(new Interruption.Stopping())).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_checkpoint_says_why_the_body_is_to_end_and_takes_the_interrupt_back() {
        script.add(() -> bench.request().checkpoint());
        script.add(() -> {
            checkpoint(new Interruption.SoftLimit(Duration.ofSeconds(3)), SoftTimeLimitExceeded.class);
            checkpoint(new Interruption.HardLimit(Duration.ofSeconds(5)), TimeLimitExceeded.class);
            checkpoint(new Interruption.Terminated(), TaskInterruptedException.class);
            checkpoint(new Interruption.Stopping(), TaskInterruptedException.class);
        });

        send();

        assertThat(bench.events().names()).endsWith("Succeeded");
    }

    private void checkpoint(Interruption why, Class<? extends Exception> thrown) {
        only().interrupt(why);
        assertThatThrownBy(() -> bench.request().checkpoint()).isExactlyInstanceOf(thrown);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_thread_that_was_interrupted_many_times_is_clean_for_the_next_task() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread tormentor = new Thread(() -> {
            while (over.getCount() > 0) {
                bench.running().all().forEach(task -> task.interrupt(new Interruption.Terminated()));
            }
        });
        tormentor.start();

        for (int i = 0; i < 2_000; i++) {
            send();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }

        over.countDown();
        tormentor.join();
    }
}
