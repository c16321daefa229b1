package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A revocation reaches every node, also one that was down or missed the news, and works without the broker. */
class RevokeAcrossNodesTest extends RevokedAtTheMill {

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
}
