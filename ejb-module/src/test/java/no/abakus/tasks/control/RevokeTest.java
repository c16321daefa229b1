package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Revoked tasks: waiting, delayed, running; by id and by values in their messages. */
class RevokeTest {

    public static class Mill {
        TaskRequest request;
        Runnable onGrind = () -> {};
        final List<Object> ground = new ArrayList<>();

        @AbakusTask(name = "mill.grind")
        public void grind(String grain) throws InterruptedException {
            ground.add(grain);
            onGrind.run();
            new CountDownLatch(1).await(grain.equals("stone") ? 10 : 0, TimeUnit.SECONDS);
        }

        @AbakusTask(name = "mill.bake", ignoreResult = false)
        public String bake(String flour) throws InterruptedException {
            grind(flour);
            return "bread of " + flour;
        }

        @AbakusTask(name = "mill.again", ignoreResult = false, maxRetries = 5)
        public void again() {
            ground.add("try " + request.retries());
            onGrind.run();
            throw request.retry(Duration.ofSeconds(1));
        }

        @AbakusTask(name = "mill.on_error")
        public void onError(FailedTask failed) {
            ground.add(failed);
        }
    }

    private final Mill mill = new Mill();
    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.tasks();

    RevokeTest() {
        mill.request = bench.request();
        bench.register(mill);
    }

    private void revokeWhileItRuns(Revocable which, boolean terminate, List<RevokeReport> reports) {
        mill.onGrind = () -> reports.add(bench.control().revoke(which, terminate));
    }

    @Test
    void a_waiting_task_whose_result_is_ignored_never_runs_and_that_is_told() {
        AsyncResult<Void> sent = tasks.delay(Mill::grind, "rye");

        assertThat(sent.revoke()).isEqualTo(RevokeOutcome.FLAGGED);
        bench.runDue();

        assertThat(mill.ground).isEmpty();
        TaskEvent.Revoked told = bench.events().only(TaskEvent.Revoked.class);
        assertThat(told.by()).isEqualTo("id " + sent.id());
        assertThat(told.terminated()).isFalse();
        assertThat(bench.transport().waiting()).isEmpty();
    }

    @Test
    void a_delayed_task_never_runs() {
        AsyncResult<Void> sent =
                tasks.call(Mill::grind, "rye").countdown(Duration.ofDays(1)).applyAsync();
        assertThat(bench.control().revoke(Revocable.id(sent.id())).outcome()).isEqualTo(RevokeOutcome.FLAGGED);

        bench.drain();

        assertThat(mill.ground).isEmpty();
    }

    @Test
    void a_node_that_was_down_reads_the_wish_when_it_starts() {
        Workbench started = new Workbench().register(mill);
        started.orders()
                .revoke(new Revocation(
                        "17",
                        false,
                        started.clock().now(),
                        started.clock().now().plusSeconds(60)));

        started.tasks().call(Mill::grind, "rye").taskId("17").applyAsync();
        started.runDue();

        assertThat(mill.ground).isEmpty();
    }

    @Test
    void what_was_revoked_is_known_after_a_restart() {
        tasks.delay(Mill::grind, "rye").revoke();
        tasks.call(Mill::grind, "oat").headers(Map.of("tenant", 7)).applyAsync();
        bench.control().revoke(Revocable.withHeader("tenant", 7));

        bench.restartedAfter();
        bench.runDue();

        assertThat(mill.ground).isEmpty();
        assertThat(bench.events().of(TaskEvent.Revoked.class)).hasSize(2);
    }

    @Test
    void a_node_that_has_missed_the_news_reads_it_now_and_then() {
        tasks.call(Mill::grind, "rye").taskId("17").applyAsync();
        bench.orders()
                .revoke(new Revocation(
                        "17", false, bench.clock().now(), bench.clock().now().plusSeconds(60)));

        bench.refreshOrders();
        bench.runDue();

        assertThat(mill.ground).isEmpty();
    }

    @Test
    void a_task_whose_result_is_kept_is_revoked_at_once_and_its_error_links_are_not_sent() {
        AsyncResult<String> sent = tasks.call(Mill::bake, "rye")
                .linkError(tasks.signature(Mill::onError))
                .applyAsync();

        sent.revoke();
        assertThat(sent.state()).isEqualTo(TaskState.REVOKED);
        bench.runDue();

        assertThat(mill.ground).isEmpty();
        assertThat(bench.transport().sent()).hasSize(1);
        assertThat(sent.revoke()).isEqualTo(RevokeOutcome.ALREADY_DONE);
    }

    @Test
    @Timeout(5)
    void a_running_task_is_interrupted_and_ends_as_revoked() {
        List<RevokeReport> reports = new ArrayList<>();
        AsyncResult<String> sent = tasks.call(Mill::bake, "stone")
                .linkError(tasks.signature(Mill::onError))
                .applyAsync();
        revokeWhileItRuns(Revocable.id(sent.id()), true, reports);

        bench.runDue();

        assertThat(reports.get(0).tasks()).isEqualTo(Map.of(sent.id(), RevokeOutcome.CANCELLING));
        assertThat(sent.state()).isEqualTo(TaskState.REVOKED);
        assertThat(bench.events().only(TaskEvent.Revoked.class).terminated()).isTrue();
        assertThat(mill.ground).containsExactly("stone");
    }

    @Test
    void a_running_task_is_left_alone_without_terminate_and_is_not_run_again() {
        List<RevokeReport> reports = new ArrayList<>();
        AsyncResult<Void> sent = tasks.delay(Mill::again);
        revokeWhileItRuns(Revocable.id(sent.id()), false, reports);

        bench.drain();

        assertThat(reports.get(0).outcome()).isEqualTo(RevokeOutcome.FLAGGED);
        assertThat(mill.ground).containsExactly("try 0");
        assertThat(sent.state()).isEqualTo(TaskState.REVOKED);
    }

    @Test
    void a_body_that_does_not_heed_the_interrupt_keeps_what_it_returns() {
        List<RevokeReport> reports = new ArrayList<>();
        AsyncResult<String> sent = tasks.delay(Mill::bake, "rye");
        mill.onGrind = () -> {
            reports.add(bench.control().revoke(Revocable.id(sent.id()), true));
            Thread.interrupted();
        };

        bench.runDue();

        assertThat(reports.get(0).outcome()).isEqualTo(RevokeOutcome.CANCELLING);
        assertThat(sent.state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void many_are_revoked_together_and_each_is_told_of() {
        AsyncResult<String> done = tasks.delay(Mill::bake, "rye");
        bench.runDue();
        AsyncResult<Void> waiting = tasks.delay(Mill::grind, "oat");

        RevokeReport report = bench.control().revoke(Revocable.ids(Set.of(done.id(), waiting.id(), "unknown")));

        assertThat(report.tasks())
                .isEqualTo(Map.of(
                        done.id(),
                        RevokeOutcome.ALREADY_DONE,
                        waiting.id(),
                        RevokeOutcome.FLAGGED,
                        "unknown",
                        RevokeOutcome.FLAGGED));
        assertThat(report.outcome()).isEqualTo(RevokeOutcome.FLAGGED);
    }

    @Test
    @Timeout(5)
    void a_running_task_is_interrupted_on_whichever_node_it_runs() {
        Mill elsewhere = new Mill();
        Workbench other = bench.secondNode("other").register(elsewhere);
        AsyncResult<String> sent = tasks.delay(Mill::bake, "stone");
        List<RevokeReport> reports = new ArrayList<>();
        elsewhere.onGrind = () -> reports.add(bench.control().revoke(Revocable.id(sent.id()), true));

        other.runDue();

        assertThat(reports.get(0).outcome()).isEqualTo(RevokeOutcome.CANCELLING);
        assertThat(sent.state()).isEqualTo(TaskState.REVOKED);
        assertThat(elsewhere.ground).containsExactly("stone");
    }

    @Test
    void a_task_revoked_at_one_node_runs_at_no_other() {
        Mill elsewhere = new Mill();
        Workbench other = bench.secondNode("other").register(elsewhere);
        other.control().ping();
        AsyncResult<Void> sent = tasks.delay(Mill::grind, "rye");

        sent.revoke();
        other.runDue();

        assertThat(elsewhere.ground).isEmpty();
        assertThat(other.control().ping()).containsOnlyKeys(Workbench.NODE, "other");
    }

    @Test
    void where_the_broker_can_the_message_is_taken_out() {
        AsyncResult<Void> sent =
                tasks.call(Mill::grind, "rye").countdown(Duration.ofHours(1)).applyAsync();
        bench.broker().allow(Capability.REMOVE);

        assertThat(sent.revoke()).isEqualTo(RevokeOutcome.REMOVED);

        assertThat(bench.transport().waiting()).isEmpty();
    }

    @Test
    void all_of_a_name_that_were_sent_so_far_and_no_others() {
        tasks.delay(Mill::grind, "rye");
        AsyncResult<String> kept = tasks.delay(Mill::bake, "oat");
        tasks.call(Mill::grind, "delayed").countdown(Duration.ofHours(1)).applyAsync();

        bench.control().revoke(Revocable.named("mill.grind"));
        bench.clock().advance(Duration.ofMillis(1));
        tasks.delay(Mill::grind, "barley");
        bench.drain();

        assertThat(mill.ground).containsExactlyInAnyOrder("oat", "barley");
        assertThat(kept.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(bench.events().of(TaskEvent.Revoked.class))
                .extracting(TaskEvent.Revoked::by)
                .containsExactly("task mill.grind", "task mill.grind");
    }

    @Test
    void all_with_a_header() {
        tasks.call(Mill::grind, "rye").headers(Map.of("tenant", 7)).applyAsync();
        tasks.call(Mill::grind, "oat").headers(Map.of("tenant", 70)).applyAsync();
        tasks.delay(Mill::grind, "wheat");

        bench.control().revoke(Revocable.withHeader("tenant", 7));
        bench.runDue();

        assertThat(mill.ground).containsExactly("oat", "wheat");
    }

    @Test
    @Timeout(5)
    void all_of_a_request_those_that_run_and_those_that_it_still_sends() {
        List<RevokeReport> reports = new ArrayList<>();
        AsyncResult<String> running;
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            running = tasks.delay(Mill::bake, "stone");
            tasks.delay(Mill::grind, "waiting");
        }
        revokeWhileItRuns(
                Revocable.withContext("request_id", "r-1").alsoSentWithin(Duration.ofMinutes(1)), true, reports);
        bench.runDue();
        mill.onGrind = () -> {};
        bench.clock().advance(Duration.ofSeconds(30));
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            tasks.delay(Mill::grind, "late");
        }
        tasks.delay(Mill::grind, "other");
        bench.runDue();

        assertThat(mill.ground).containsExactly("stone", "other");
        assertThat(reports.get(0).tasks()).isEqualTo(Map.of(running.id(), RevokeOutcome.CANCELLING));
        assertThat(running.state()).isEqualTo(TaskState.REVOKED);
    }

    @Test
    void what_cannot_be_noted_is_told_and_the_task_runs() {
        AsyncResult<Void> sent = tasks.delay(Mill::grind, "rye");
        bench.results().breakDown("switched off");

        assertThatThrownBy(sent::revoke).isInstanceOf(OperationalException.class);

        bench.results().restore();
        bench.runDue();
        assertThat(mill.ground).containsExactly("rye");
    }

    @Test
    void without_the_broker_the_wish_is_noted_and_this_node_knows() {
        AsyncResult<Void> sent = tasks.delay(Mill::grind, "rye");
        bench.control().ping();
        bench.topic().breakDown("switched off");

        assertThat(sent.revoke()).isEqualTo(RevokeOutcome.FLAGGED);
        bench.runDue();

        assertThat(mill.ground).isEmpty();
    }

    @Test
    void a_task_that_nobody_has_revoked_costs_no_access() {
        tasks.delay(Mill::grind, "rye");
        bench.runDue();

        assertThat(bench.results().accesses()).isZero();
    }

    @Test
    void nothing_to_revoke_is_refused() {
        assertThatThrownBy(() -> Revocable.ids(Set.of())).isInstanceOf(TaskOptionException.class);
        assertThatThrownBy(() -> Revocable.id(" ")).isInstanceOf(TaskOptionException.class);
        assertThatThrownBy(() -> Revocable.withHeader("", 1)).isInstanceOf(TaskOptionException.class);
        assertThatThrownBy(() -> Revocable.named("a").alsoSentWithin(Duration.ofSeconds(-1)))
                .isInstanceOf(TaskOptionException.class);
    }
}
