package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.Reject;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A body ends in another way than by returning or failing. */
class WishesTest {

    static class Shy {
        private RuntimeException wish;

        @AbakusTask(name = "shy", autoretryFor = RuntimeException.class, throwsExpected = ArithmeticException.class)
        public void run() {
            throw wish;
        }

        @AbakusTask(name = "frank", throwsExpected = IllegalArgumentException.class)
        public void frank() {
            throw wish;
        }
    }

    private final Shy shy = new Shy();
    private final Workbench bench = Workbench.of(shy);

    @Test
    void an_ignored_execution_is_acknowledged_and_neither_success_nor_failure() {
        shy.wish = new IllegalStateException("wrapped by a container", new Ignore("the row is gone"));
        run("shy");

        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Ignored");
        assertThat(bench.events().only(TaskEvent.Ignored.class).reason()).isEqualTo("the row is gone");
        assertThat(bench.transport().waiting()).isEmpty();
        assertThat(bench.transport().deadLetters()).isEmpty();
    }

    @Test
    void a_refused_message_goes_to_the_dead_letters_with_its_reason() {
        shy.wish = new Reject("not my tenant");
        run("shy");

        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Rejected");
        InMemoryTransport.DeadLetter dead = bench.transport().deadLetters().get(0);
        assertThat(dead.rejection()).isEqualTo(new Rejection(Rejection.Reason.REFUSED, "not my tenant"));
    }

    @Test
    void a_message_given_back_waits_a_second_and_is_no_retry() {
        shy.wish = new Reject("the other node has the file", true);
        run("shy");

        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Requeued");
        shy.wish = new Ignore();
        assertThat(bench.runDue()).isZero();
        bench.clock().advance(Duration.ofSeconds(1));
        assertThat(bench.runDue()).isEqualTo(1);
        assertThat(bench.transport().sent().get(1).message().retries()).isZero();
        assertThat(bench.transport().sent().get(1).message().id())
                .isEqualTo(bench.transport().sent().get(0).message().id());
    }

    @Test
    void an_expected_failure_is_told_at_level_info_and_without_a_stack() {
        shy.wish = new NumberFormatException("no number");
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            run("frank");

            CapturedLines.Line line = lines.only("task_failed");
            assertThat(line.level()).isEqualTo("info");
            assertThat(line.thrown()).isNull();
            assertThat(line.fields()).containsEntry("error", "java.lang.NumberFormatException: no number");
        }
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown()).isSameAs(shy.wish);
    }

    @Test
    void a_failure_that_is_a_surprise_is_an_error_with_its_stack() {
        shy.wish = new IllegalStateException("a bug");
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            run("frank");

            CapturedLines.Line line = lines.only("task_failed");
            assertThat(line.level()).isEqualTo("severe");
            assertThat(line.thrown()).isSameAs(shy.wish);
        }
    }

    private void run(String task) {
        bench.tasks().call(task).applyAsync();
        bench.runDue();
    }
}
