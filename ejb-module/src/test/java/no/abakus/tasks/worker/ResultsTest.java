package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Reject;
import no.abakus.tasks.ResultTimeoutException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** What is recorded of tasks, how to wait for it, and what is sent when they have ended. */
class ResultsTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SOON = Duration.ofSeconds(5);

    public record Receipt(String to, long number) {}

    public static class Shop {
        Tasks tasks;
        TaskRequest request;
        final List<Object> seen = new ArrayList<>();
        boolean bothered;

        @AbakusTask(name = "shop.sell", ignoreResult = false)
        public Receipt sell(String to) {
            seen.add("sell");
            return new Receipt(to, 17);
        }

        @AbakusTask(name = "shop.quiet")
        public String quiet() {
            seen.add("quiet");
            return "nobody asks";
        }

        @AbakusTask(name = "shop.untracked", ignoreResult = false, trackStarted = false, trail = false)
        public int untracked() {
            seen.add("untracked");
            tasks.delay(Shop::quiet);
            return 1;
        }

        @AbakusTask(name = "shop.fail", ignoreResult = false)
        public void fail(String why) {
            throw new IllegalStateException(why, new IllegalArgumentException("deep"));
        }

        @AbakusTask(name = "shop.fail_quietly", storeErrorsEvenIfIgnored = true, resultRetention = "P7D")
        public void failQuietly() {
            throw new IllegalStateException("kept all the same");
        }

        @AbakusTask(name = "shop.flaky", ignoreResult = false, retryDelay = "PT1S")
        public String flaky(int times) {
            if (request.retries() < times) {
                throw request.retry(Duration.ofSeconds(1), new IllegalStateException("not yet"));
            }
            return "after " + times;
        }

        @AbakusTask(name = "shop.picky", ignoreResult = false)
        public String picky() {
            if (!bothered) {
                bothered = true;
                throw new Reject("not me", true);
            }
            return "at last";
        }

        @AbakusTask(name = "shop.shy", ignoreResult = false)
        public String shy() {
            throw new Ignore("never happened");
        }

        @AbakusTask(name = "shop.parent", ignoreResult = false)
        public String parent() {
            tasks.delay(Shop::sell, "child");
            tasks.call(Shop::sell, "stranger").addToParent(false).applyAsync();
            return "parent";
        }

        @AbakusTask(name = "shop.unwritable", ignoreResult = false)
        public Object unwritable() {
            List<Object> endless = new ArrayList<>();
            endless.add(endless);
            return endless;
        }

        @AbakusTask(name = "shop.large", ignoreResult = false)
        public String large(int length) {
            return "x".repeat(length);
        }

        @AbakusTask(name = "shop.impatient")
        public void impatient() {
            tasks.call(Shop::sell, "me").applyAsync().get(SOON);
        }

        @AbakusTask(name = "shop.file")
        public void file(Receipt receipt, String folder) {
            seen.add(folder + "/" + receipt.to());
        }

        @AbakusTask(name = "shop.note")
        public void note(String text) {
            seen.add(text);
        }

        @AbakusTask(name = "shop.on_error")
        public void onError(FailedTask failed) {
            seen.add(failed);
        }
    }

    private final Shop shop = new Shop();
    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.tasks();

    ResultsTest() {
        shop.tasks = tasks;
        shop.request = bench.request();
        bench.register(shop);
    }

    @Test
    void a_result_comes_back_in_the_type_that_the_method_declares() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        assertThat(result.state()).isEqualTo(TaskState.QUEUED);
        assertThat(result.result()).isNull();

        bench.runDue();

        assertThat(result.get(AT_ONCE)).isEqualTo(new Receipt("a", 17));
        assertThat(result.result()).isEqualTo(new Receipt("a", 17));
        assertThat(result.successful()).isTrue();
        assertThat(result.ready()).isTrue();
        assertThat(result.failed()).isFalse();
        assertThat(tasks.result(result.id()).result()).isEqualTo(new Receipt("a", 17));
        assertThat(tasks.result(result.id()).task()).isEqualTo("shop.sell");
        assertThat(tasks.result(result.id())).isEqualTo(result).hasSameHashCodeAs(result);
    }

    @Test
    void a_task_that_ignores_its_result_costs_no_access_and_its_handle_answers_at_once() {
        AsyncResult<String> result = tasks.delay(Shop::quiet);
        bench.runDue();

        assertThat(bench.results().accesses()).isZero();
        assertThat(result.get(AT_ONCE)).isNull();
        assertThat(result.toCompletionStage().toCompletableFuture()).isCompletedWithValue(null);
        assertThat(bench.results().accesses()).isZero();
        assertThat(result.state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void the_call_decides_against_the_task_whether_the_result_is_ignored_and_retries_remember() {
        AsyncResult<String> wanted = tasks.call(Shop::quiet).ignoreResult(false).applyAsync();
        AsyncResult<String> unwanted =
                tasks.call(Shop::flaky, 1).ignoreResult(true).applyAsync();
        bench.runDue();
        bench.clock().advance(Duration.ofSeconds(1));
        bench.runDue();

        assertThat(wanted.get(AT_ONCE)).isEqualTo("nobody asks");
        assertThat(unwanted.get(AT_ONCE)).isNull();
        assertThat(unwanted.state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void a_failure_is_data_and_raises_an_exception_of_ours() {
        AsyncResult<Void> result = tasks.delay(Shop::fail, "no stock");
        bench.runDue();

        assertThatThrownBy(() -> result.get(AT_ONCE))
                .isInstanceOfSatisfying(TaskFailedException.class, thrown -> {
                    assertThat(thrown.taskId()).isEqualTo(result.id());
                    assertThat(thrown.state()).isEqualTo(TaskState.FAILURE);
                    assertThat(thrown.failure()).isEqualTo(result.failure());
                })
                .hasMessage("Task shop.fail[" + result.id()
                        + "] ended as FAILURE: java.lang.IllegalStateException: no stock");
        TaskFailure failure = result.failure().orElseThrow();
        assertThat(failure.frames().get(0)).contains("Shop.fail(ResultsTest.java:");
        assertThat(failure.cause().orElseThrow().toString()).isEqualTo("java.lang.IllegalArgumentException: deep");
        assertThat(failure.traceback())
                .startsWith("java.lang.IllegalStateException: no stock\n\tat ")
                .contains("\nCaused by: java.lang.IllegalArgumentException: deep\n");
        assertThat(result.get(AT_ONCE, false)).isNull();
        assertThat(result.failed()).isTrue();
    }

    @Test
    void a_failure_can_be_kept_although_the_result_is_ignored_for_the_tasks_own_time() {
        AsyncResult<Void> result = tasks.delay(Shop::failQuietly);
        bench.runDue();

        assertThat(result.failure().orElseThrow().message()).contains("kept all the same");
        bench.clock().advance(Duration.ofDays(6));
        assertThat(bench.cleanUp()).isZero();
        bench.clock().advance(Duration.ofDays(2));
        assertThat(bench.cleanUp()).isEqualTo(1);
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
    void a_message_that_comes_again_after_its_end_is_only_acknowledged() {
        AsyncResult<Receipt> result =
                tasks.call(Shop::sell, "a").link(note("linked")).applyAsync();
        TaskMessage message = onlySent();
        bench.runDue();
        shop.seen.clear();

        assertThat(bench.deliver(message)).isEqualTo(Settlement.ACKNOWLEDGE);
        bench.runDue();

        assertThat(shop.seen).isEmpty();
        assertThat(bench.events().of(TaskEvent.Repeated.class)).hasSize(1);
        assertThat(result.get(AT_ONCE).to()).isEqualTo("a");
    }

    @Test
    void the_same_holds_where_the_start_is_not_tracked_and_where_only_a_link_wants_to_know() {
        tasks.delay(Shop::untracked);
        TaskMessage untracked = onlySent();
        bench.runDue();
        tasks.call(Shop::quiet).link(note("linked")).applyAsync();
        TaskMessage linking = lastSent();
        bench.runDue();
        assertThat(shop.seen).containsExactly("untracked", "quiet", "quiet", "linked");
        shop.seen.clear();

        bench.deliver(untracked);
        bench.deliver(linking);
        bench.runDue();

        assertThat(shop.seen).isEmpty();
    }

    @Test
    void an_execution_that_comes_again_after_its_retry_was_sent_is_only_acknowledged() {
        tasks.delay(Shop::flaky, 1);
        TaskMessage first = onlySent();
        bench.runDue();

        bench.deliver(first);

        assertThat(bench.transport().sent()).hasSize(2);
        bench.clock().advance(Duration.ofSeconds(1));
        bench.runDue();
        assertThat(tasks.result(first.id()).get(AT_ONCE)).isEqualTo("after 1");
    }

    @Test
    void a_link_gets_the_result_before_its_own_arguments_and_an_immutable_one_only_its_own() {
        AsyncResult<Receipt> result = tasks.call(Shop::sell, "a")
                .link(tasks.signature("shop.file").withArgs("sold"), note("immutable"))
                .applyAsync();
        bench.runDue();

        assertThat(shop.seen).containsExactlyInAnyOrder("sell", "sold/a", "immutable");
        List<TaskMessage> links = bench.transport().sent().stream()
                .map(InMemoryTransport.Sent::message)
                .filter(message -> message.parentId().isPresent())
                .toList();
        assertThat(links).allSatisfy(link -> {
            assertThat(link.parentId()).contains(result.id());
            assertThat(link.rootId()).isEqualTo(result.id());
        });
        assertThat(result.children().stream().map(AsyncResult::id))
                .containsExactlyElementsOf(links.stream().map(TaskMessage::id).toList());
    }

    @Test
    void a_link_has_options_and_links_of_its_own() {
        bench.queue("other");
        TaskSignature nested = note("second").link(note("third"));
        tasks.call(Shop::quiet)
                .link(nested.set(no.abakus.tasks.TaskOptions.empty()
                        .with(no.abakus.tasks.TaskOption.QUEUE, "other")
                        .with(no.abakus.tasks.TaskOption.COUNTDOWN, Duration.ofMinutes(1))))
                .applyAsync();
        bench.runDue();
        assertThat(shop.seen).containsExactly("quiet");

        bench.clock().advance(Duration.ofMinutes(1));
        bench.runDue();

        assertThat(shop.seen).containsExactly("quiet", "second", "third");
        assertThat(bench.transport().sent().get(1).route().queue()).isEqualTo("other");
    }

    @Test
    void links_wait_for_the_last_execution() {
        tasks.call(Shop::flaky, 2)
                .link(note("linked"))
                .linkError(note("failed"))
                .applyAsync();
        for (int i = 0; i < 2; i++) {
            bench.runDue();
            assertThat(shop.seen).isEmpty();
            bench.clock().advance(Duration.ofSeconds(1));
        }
        bench.runDue();

        assertThat(shop.seen).containsExactly("linked");
    }

    @Test
    void an_error_link_is_told_of_the_failed_task_and_a_link_is_not_sent() {
        AsyncResult<Void> result = tasks.call(Shop::fail, "no stock")
                .link(note("never"))
                .linkError(tasks.signature(Shop::onError), note("alarm"))
                .applyAsync();
        bench.runDue();

        assertThat(shop.seen).hasSize(2).contains("alarm").doesNotContain("never");
        FailedTask failed = (FailedTask) shop.seen.stream()
                .filter(FailedTask.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(failed.id()).isEqualTo(result.id());
        assertThat(failed.task()).isEqualTo("shop.fail");
        assertThat(failed.state()).isEqualTo(TaskState.FAILURE);
        assertThat(failed.exception()).isEqualTo(result.failure().orElseThrow());
        assertThat(failed.rootId()).isEqualTo(result.id());
        assertThat(result.children()).hasSize(2);
    }

    @Test
    void a_message_that_cannot_be_read_fails_its_links_too() {
        AsyncResult<Object> result = tasks.call("shop.unknown")
                .queue("default")
                .ignoreResult(false)
                .linkError(tasks.signature(Shop::onError))
                .applyAsync();
        bench.runDue();

        assertThat(result.state()).isEqualTo(TaskState.REJECTED);
        assertThat(result.failure().orElseThrow().type()).isEqualTo("unknown-task");
        assertThat(((FailedTask) shop.seen.get(0)).state()).isEqualTo(TaskState.REJECTED);
        assertThat(bench.transport().deadLetters()).hasSize(1);
    }

    @Test
    void a_link_to_a_task_that_nobody_knows_is_refused_before_anything_is_sent() {
        TaskSignature unknown = tasks.signature("shop.nte");

        assertThatThrownBy(() -> tasks.call(Shop::quiet).link(unknown).applyAsync())
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("A link of shop.quiet cannot be sent")
                .hasMessageContaining("did you mean 'shop.note'?");
        assertThatThrownBy(() -> tasks.call(Shop::quiet)
                        .link(note("first").linkError(unknown))
                        .applyAsync())
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("A link_error of shop.note cannot be sent");
        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void a_link_that_cannot_be_sent_after_all_fails_the_task_and_its_error_links_run() {
        // The link's arguments are known only when the task has ended.
        AsyncResult<Object> result = tasks.call("shop.large")
                .args(9_000_000)
                .ignoreResult(true)
                .link(tasks.signature("shop.fail"))
                .linkError(note("alarm"))
                .applyAsync();
        bench.runDue();

        assertThat(result.state()).isEqualTo(TaskState.FAILURE);
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown())
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("max-body-size");
        assertThat(shop.seen).containsExactly("alarm");
    }

    @Test
    void while_the_broker_takes_no_link_the_outcome_is_not_kept_either_and_the_message_comes_again() {
        AsyncResult<Receipt> result =
                tasks.call(Shop::sell, "a").link(note("linked")).applyAsync();
        bench.transport().breakDown("it burns");

        assertThatThrownBy(bench::runDue).isInstanceOf(OperationalException.class);
        assertThat(result.state()).isEqualTo(TaskState.STARTED);

        bench.transport().restore();
        bench.runDue();
        assertThat(result.get(AT_ONCE).to()).isEqualTo("a");
        assertThat(shop.seen).containsExactly("sell", "sell", "linked");
    }

    @Test
    void while_results_cannot_be_kept_nothing_is_sent_that_wants_one() {
        bench.results().breakDown("full");

        assertThatThrownBy(() -> tasks.delay(Shop::sell, "a")).isInstanceOf(OperationalException.class);
        tasks.delay(Shop::quiet);

        assertThat(bench.transport().sent()).hasSize(1);
        bench.runDue();
        assertThat(shop.seen).containsExactly("quiet");
    }

    @Test
    void a_send_in_a_transaction_that_fails_leaves_neither_message_nor_record() {
        assertThatThrownBy(() -> bench.transactions().own(() -> {
                    tasks.call(Shop::sell, "a").taskId("1").applyAsync();
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bench.transport().sent()).isEmpty();
        assertThat(tasks.result("1").state()).isEqualTo(TaskState.UNKNOWN);
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
    void an_id_that_is_taken_is_refused() {
        tasks.call(Shop::sell, "a").taskId("1").applyAsync();

        assertThatThrownBy(() -> tasks.call(Shop::sell, "b").taskId("1").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("The task id '1' is taken; nothing was sent");
        assertThat(bench.transport().sent()).hasSize(1);
    }

    @Test
    void children_are_those_that_a_task_sends_unless_the_call_or_the_task_says_otherwise() {
        AsyncResult<String> parent = tasks.delay(Shop::parent);
        AsyncResult<Integer> untracked = tasks.delay(Shop::untracked);
        bench.runDue();

        assertThat(parent.children()).hasSize(1);
        AsyncResult<Object> child = parent.children().get(0);
        assertThat(child.result()).isEqualTo(new Receipt("child", 17));
        assertThat(child.parent()).contains(tasks.result(parent.id()));
        assertThat(child.root()).isEqualTo(tasks.result(parent.id()));
        assertThat(parent.parent()).isEmpty();
        assertThat(parent.root().id()).isEqualTo(parent.id());
        assertThat(untracked.children()).isEmpty();
        List<Object> collected = new ArrayList<>();
        parent.collect(SOON).forEach(result -> collected.add(result.result()));
        assertThat(collected).containsExactly("parent", new Receipt("child", 17));
    }

    @Test
    void a_result_that_cannot_be_kept_fails_its_task() {
        bench.set("abakus.tasks.result.max-size", "1000");
        AsyncResult<Object> unwritable = tasks.delay(Shop::unwritable);
        AsyncResult<String> large = tasks.delay(Shop::large, 1000);
        bench.runDue();

        assertThat(unwritable.failure().orElseThrow().message().orElseThrow())
                .contains("The result of shop.unwritable")
                .contains("cannot be written as json");
        assertThat(large.failure().orElseThrow().message().orElseThrow())
                .contains("takes 1013 bytes, and at most 1000 are kept (abakus.tasks.result.max-size)");
        assertThat(bench.events().of(TaskEvent.Failed.class)).hasSize(2);
    }

    @Test
    void a_large_result_is_compressed_and_comes_back_whole() {
        AsyncResult<String> result = tasks.delay(Shop::large, 100_000);
        bench.runDue();

        assertThat(record(result).value().orElseThrow().compression()).isEqualTo("gzip");
        assertThat(record(result).value().orElseThrow().bytes()).hasSizeLessThan(1_000);
        assertThat(result.get(AT_ONCE)).hasSize(100_000);
    }

    @Test
    void waiting_in_a_task_is_refused_with_a_reason_unless_it_is_allowed() {
        tasks.delay(Shop::impatient);
        bench.runDue();

        assertThat(bench.events().only(TaskEvent.Failed.class).thrown())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not be waited for inside a task")
                .hasMessageContaining("allowJoin()");
    }

    @Test
    void who_waits_too_long_is_told_so_and_the_task_goes_on() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");

        assertThatThrownBy(() -> result.get(Duration.ofMillis(1)))
                .isInstanceOf(ResultTimeoutException.class)
                .hasMessageContaining("had not ended after PT0.001S; it goes on");
        bench.runDue();
        assertThat(result.get(AT_ONCE).to()).isEqualTo("a");
    }

    @Test
    void what_was_asked_for_before_the_end_is_told_at_the_end() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        AsyncResult<Void> failing = tasks.delay(Shop::fail, "no stock");
        List<Object> told = new ArrayList<>();
        result.then((receipt, thrown) -> told.add(receipt));
        failing.then((nothing, thrown) -> told.add(thrown));
        assertThat(told).isEmpty();

        bench.runDue();

        assertThat(told.get(0)).isEqualTo(new Receipt("a", 17));
        assertThat((Throwable) told.get(1)).hasCauseInstanceOf(TaskFailedException.class);
    }

    @Test
    void a_waiting_task_that_is_revoked_never_runs() {
        AsyncResult<Receipt> result = tasks.delay(Shop::sell, "a");
        List<Object> told = new ArrayList<>();
        result.then((receipt, thrown) -> told.add(thrown));

        assertThat(result.revoke()).isEqualTo(RevokeOutcome.FLAGGED);
        bench.runDue();

        assertThat(shop.seen).isEmpty();
        assertThat(result.state()).isEqualTo(TaskState.REVOKED);
        assertThatThrownBy(() -> result.get(AT_ONCE))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("ended as REVOKED");
        assertThat(told).hasSize(1);
        assertThat(result.revoke()).isEqualTo(RevokeOutcome.ALREADY_DONE);
    }

    @Test
    void a_wish_that_an_unknown_task_should_not_run_is_noted() {
        assertThat(tasks.result("x").revoke(true)).isEqualTo(RevokeOutcome.FLAGGED);

        assertThat(bench.orders().revokedIdsSince(Instant.EPOCH))
                .extracting(Revocation::id, Revocation::terminate)
                .containsExactly(tuple("x", true));
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

    private TaskMessage onlySent() {
        assertThat(bench.transport().sent()).hasSize(1);
        return lastSent();
    }

    private TaskMessage lastSent() {
        List<InMemoryTransport.Sent> sent = bench.transport().sent();
        return sent.get(sent.size() - 1).message();
    }
}
