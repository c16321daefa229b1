package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.spi.TaskEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks revoked by their ids: waiting, delayed, running. */
class RevokeTest extends RevokedAtTheMill {

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
    void where_the_broker_can_the_message_is_taken_out() {
        AsyncResult<Void> sent =
                tasks.call(Mill::grind, "rye").countdown(Duration.ofHours(1)).applyAsync();
        bench.broker().allow(Capability.REMOVE);

        assertThat(sent.revoke()).isEqualTo(RevokeOutcome.REMOVED);

        assertThat(bench.transport().waiting()).isEmpty();
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
