package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.MaxRetriesExceededException;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A body asks for a retry: when it is granted, what the next message is, and how it ends once no more are granted. */
class RetryTest {

    static class Flaky {
        private final TaskRequest request;
        private final List<Integer> executions = new ArrayList<>();
        private Supplier<RuntimeException> wish;

        Flaky(TaskRequest request) {
            this.request = request;
            this.wish = request::retry;
        }

        @AbakusTask(name = "flaky.three", retryDelay = "PT10S", priority = 6)
        public void three(String argument) {
            run();
        }

        @AbakusTask(name = "flaky.never", maxRetries = 0)
        public void never() {
            run();
        }

        @AbakusTask(name = "flaky.forever", maxRetries = -1, retryDelay = "PT1S")
        public void forever() {
            run();
        }

        @AbakusTask(name = "flaky.default")
        public void asDeclaredByNobody() {
            run();
        }

        private void run() {
            executions.add(request.retries());
            throw wish.get();
        }
    }

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Flaky flaky = new Flaky(bench.request());
    private final Tasks tasks = bench.register(flaky).tasks();

    @Test
    void the_next_execution_is_the_same_message_counted_on_and_due_after_the_delay() {
        tasks.delay(Flaky::three, "a");
        bench.runDue();

        TaskMessage first = bench.transport().sent().get(0).message();
        TaskMessage second = bench.transport().sent().get(1).message();
        assertThat(second).isEqualTo(first.retriedAt(NOW.plusSeconds(10)));
        assertThat(second.retries()).isEqualTo(1);
        assertThat(bench.transport().sent().get(1).route()).isEqualTo(new Route("default", 6));
    }

    @Test
    void a_retry_is_an_event_and_the_message_is_acknowledged() {
        tasks.delay(Flaky::three, "a");
        bench.runDue();

        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Retrying");
        TaskEvent.Retrying retrying = bench.events().only(TaskEvent.Retrying.class);
        assertThat(retrying.eta()).isEqualTo(NOW.plusSeconds(10));
        assertThat(retrying.cause()).isEmpty();
        assertThat(bench.transport().deadLetters()).isEmpty();
        assertThat(bench.transport().waiting()).hasSize(1);
    }

    @Test
    void a_delay_of_its_own_wins_over_the_tasks() {
        flaky.wish = () -> flaky.request.retry(Duration.ofMillis(1));
        tasks.delay(Flaky::three, "a");
        bench.runDue();

        assertThat(bench.transport().sent().get(1).message().eta()).contains(NOW.plusMillis(1));
    }

    @Test
    void a_task_that_declares_no_delay_waits_three_minutes() {
        tasks.delay(Flaky::asDeclaredByNobody);
        bench.runDue();

        assertThat(bench.transport().sent().get(1).message().eta()).contains(NOW.plus(Duration.ofMinutes(3)));
    }

    @Test
    void a_delay_of_nothing_or_less_is_at_once() {
        flaky.wish = () -> flaky.request.retry(Duration.ofDays(-1));
        tasks.delay(Flaky::three, "a");

        assertThat(bench.runDue()).isEqualTo(4);
    }

    @Test
    void three_retries_are_four_executions_and_then_it_fails() {
        tasks.delay(Flaky::three, "a");
        runToTheEnd();

        assertThat(flaky.executions).containsExactly(0, 1, 2, 3);
        assertThat(bench.events().names())
                .containsExactly(
                        "Sent",
                        "Started",
                        "Retrying",
                        "Started",
                        "Retrying",
                        "Started",
                        "Retrying",
                        "Started",
                        "Failed");
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown())
                .isInstanceOf(MaxRetriesExceededException.class)
                .hasMessage("Task flaky.three asked for retry number 4, but its maxRetries is 3");
    }

    @Test
    void a_task_that_named_a_cause_fails_with_it() {
        IllegalStateException cause = new IllegalStateException("mail server is down");
        flaky.wish = () -> flaky.request.retry(Duration.ofSeconds(1), cause);
        tasks.delay(Flaky::three, "a");
        runToTheEnd();

        assertThat(bench.events().of(TaskEvent.Retrying.class))
                .hasSize(3)
                .allSatisfy(retrying -> assertThat(retrying.cause()).containsSame(cause));
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown()).isSameAs(cause);
    }

    @Test
    void no_retries_are_one_execution() {
        tasks.delay(Flaky::never);
        runToTheEnd();

        assertThat(flaky.executions).containsExactly(0);
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Failed");
    }

    @Test
    void a_task_without_limit_is_always_granted_another() {
        tasks.delay(Flaky::forever);
        for (int i = 0; i < 100; i++) {
            bench.runDue();
            bench.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(flaky.executions).hasSize(100).last().isEqualTo(99);
        assertThat(bench.events().of(TaskEvent.Failed.class)).isEmpty();
    }

    @Test
    void a_retry_is_seen_through_the_wrappers_of_containers() {
        flaky.wish = () -> new UndeclaredThrowableException(
                new IllegalStateException("rolled back", new RuntimeException(flaky.request.retry())));
        tasks.delay(Flaky::three, "a");
        bench.runDue();

        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Retrying");
    }

    @Test
    void an_exception_that_causes_itself_in_a_circle_is_a_failure() {
        RuntimeException one = new RuntimeException();
        RuntimeException other = new RuntimeException(one);
        one.initCause(other);
        flaky.wish = () -> one;
        tasks.delay(Flaky::three, "a");
        bench.runDue();

        assertThat(bench.events().only(TaskEvent.Failed.class).thrown()).isSameAs(one);
    }

    @Test
    void a_delay_beyond_all_calendars_is_a_failure_that_says_so() {
        for (Duration beyond : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofDays(365L * 10_000))) {
            bench.events().clear();
            flaky.wish = () -> flaky.request.retry(beyond);

            tasks.delay(Flaky::three, "a");
            bench.runDue();

            assertThat(bench.events().only(TaskEvent.Failed.class).thrown())
                    .isInstanceOf(TaskOptionException.class)
                    .hasSuppressedException(new Retry(beyond, null));
        }
    }

    @Test
    void a_retry_that_the_broker_does_not_take_gives_the_message_back() {
        tasks.delay(Flaky::three, "a");
        bench.transport().breakDown("connection reset");

        assertThatThrownBy(bench::runDue).isInstanceOf(OperationalException.class);

        assertThat(bench.events().names()).containsExactly("Sent", "Started");
        bench.transport().restore();
        assertThat(bench.runDue()).isEqualTo(1);
        assertThat(flaky.executions).containsExactly(0, 0);
        assertThat(bench.transport().sent()).hasSize(2);
    }

    @Test
    void each_outcome_has_its_state_and_settlement() {
        assertThat(new Outcome.Succeeded("x").state().isFinal()).isTrue();
        assertThat(new Outcome.Failed(new RuntimeException()).state().isFinal()).isTrue();
        assertThat(new Outcome.Retried(NOW, Optional.empty()).state().isFinal()).isFalse();
        assertThat(new Outcome.Retried(NOW, Optional.empty()).settlement()).isSameAs(Settlement.ACKNOWLEDGE);
    }

    private void runToTheEnd() {
        while (!bench.transport().waiting().isEmpty()) {
            bench.runDue();
            bench.clock().advance(Duration.ofMinutes(1));
        }
    }
}
