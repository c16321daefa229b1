package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.ResultsShop.Receipt;
import no.abakus.tasks.worker.ResultsShop.Shop;
import org.junit.jupiter.api.Test;

/** What is recorded of a task from its send to its end, and for how long. */
class KeptResultsTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Workbench bench = new Workbench();
    private final Shop shop = new Shop(bench);
    private final Tasks tasks = bench.register(shop).tasks();

    @Test
    void the_record_tells_who_ran_it_and_when() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        var sent = bench.clock().now();
        bench.clock().advance(Duration.ofSeconds(3));
        bench.runDue();

        TaskRecord record = record(result);
        assertThat(record.worker()).contains(Workbench.NODE);
        assertThat(record.queuedAt()).contains(sent);
        assertThat(record.startedAt()).contains(sent.plusSeconds(3));
        assertThat(record.endedAt()).contains(sent.plusSeconds(3));
        assertThat(record.expiresAt()).isEqualTo(sent.plusSeconds(3).plus(Duration.ofDays(1)));
    }

    @Test
    void between_two_executions_the_state_is_retry_with_the_reason() {
        AsyncResult<String> result = tasks.delay(Shop::flaky, 1);
        bench.runDue();

        assertThat(result.state()).isEqualTo(TaskState.RETRY);
        assertThat(result.failure().orElseThrow().toString()).isEqualTo("java.lang.IllegalStateException: not yet");
        assertThat(result.result()).isNull();

        bench.clock().advance(Duration.ofSeconds(1));
        bench.runDue();
        assertThat(result.get(AT_ONCE)).isEqualTo("after 1");
        assertThat(result.failure()).isEmpty();
        assertThat(record(result).retries()).isEqualTo(1);
    }

    @Test
    void the_executions_that_asked_again_are_kept_with_their_times_and_reasons() {
        AsyncResult<Object> result = bench.tasks().call("shop.flaky").args(2).applyAsync();
        bench.drain();

        assertThat(result.result()).isEqualTo("after 2");
        assertThat(result.attempts()).extracting(TaskAttempt::retries).containsExactly(0, 1);
        TaskAttempt first = result.attempts().get(0);
        assertThat(first.worker()).isEqualTo(Workbench.NODE);
        assertThat(first.nextAt()).isEqualTo(first.endedAt().plusSeconds(1));
        assertThat(first.cause().orElseThrow().message()).contains("not yet");
        assertThat(bench.tasks().call("shop.sell").args("a").applyAsync().attempts())
                .isEmpty();
    }

    @Test
    void a_task_that_is_given_back_is_queued_again_and_ends_once() {
        AsyncResult<String> result = tasks.delay(Shop::picky);
        bench.runDue();
        assertThat(result.state()).isEqualTo(TaskState.QUEUED);

        bench.clock().advance(Duration.ofMinutes(5));
        bench.runDue();
        assertThat(result.get(AT_ONCE)).isEqualTo("at last");
    }

    @Test
    void a_task_that_does_not_want_to_have_happened_leaves_its_state_and_sends_nothing() {
        AsyncResult<String> result = tasks.call(Shop::shy).link(note("linked")).applyAsync();
        bench.runDue();

        assertThat(result.state()).isEqualTo(TaskState.IGNORED);
        assertThatThrownBy(() -> result.get(AT_ONCE))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("IGNORED");
        assertThat(shop.seen).isEmpty();
    }

    @Test
    void what_has_expired_before_it_could_be_sent_is_kept_as_expired() {
        AsyncResult<Receipt> late =
                tasks.call(Shop::sell, "me").expires(Duration.ZERO).applyAsync();

        assertThat(late.state()).isEqualTo(TaskState.EXPIRED);
        assertThatThrownBy(() -> late.get(SOON)).isInstanceOf(TaskFailedException.class);
        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void what_the_broker_has_let_expire_is_kept_as_expired_if_anything_of_it_is() {
        AsyncResult<Receipt> kept =
                tasks.call(Shop::sell, "me").expires(Duration.ofMinutes(1)).applyAsync();
        tasks.call("shop.quiet").expires(Duration.ofMinutes(1)).applyAsync();

        bench.transport().sent().forEach(sent -> bench.worker().expired(sent.message(), "default"));

        assertThat(kept.state()).isEqualTo(TaskState.EXPIRED);
        assertThat(tasks.result(bench.transport().sent().get(1).message().id()).state())
                .isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void what_is_forgotten_is_unknown() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        bench.runDue();

        assertThat(result.forget()).isTrue();
        assertThat(result.forget()).isFalse();
        assertThat(result.state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void a_task_that_nobody_hears_of_again_is_kept_thirty_days_after_it_was_due() {
        tasks.call(Shop::sell, "a").countdown(Duration.ofDays(10)).applyAsync();
        bench.clock().advance(Duration.ofDays(39));
        assertThat(bench.cleanUp()).isZero();

        bench.clock().advance(Duration.ofDays(2));
        assertThat(bench.cleanUp()).isEqualTo(1);
    }

    private TaskSignature note(String text) {
        return tasks.signature(Shop::note, text).asImmutable();
    }

    private TaskRecord record(AsyncResult<?> result) {
        return bench.results().find(result.id()).orElseThrow();
    }
}
