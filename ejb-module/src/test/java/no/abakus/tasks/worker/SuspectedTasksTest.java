package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.AcknowledgedMail.Mailer;
import org.junit.jupiter.api.Test;

/** Tasks that were running when a node died: only the one that was running at each death becomes a dead letter. */
class SuspectedTasksTest {

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void a_task_that_was_alone_at_two_deaths_is_parked_with_the_evidence() {
        tasks.delay(Mailer::late, "a");
        TaskMessage message = sent(0);
        bench.restartedAfter(left(message, false));
        crashDuring(message);
        bench.restartedAfter(left(message, true));

        Settlement settlement = bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 1, false));

        assertThat(settlement).isInstanceOf(Settlement.DeadLetter.class);
        Rejection rejection = ((Settlement.DeadLetter) settlement).rejection();
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.WORKER_LOST);
        assertThat(rejection.detail())
                .contains("node " + Workbench.NODE, NOW.toString(), "worker-7", "at mail.Mailer.stuck");
        assertThat(bench.suspicions().find(message.id()))
                .as("one sent again begins afresh")
                .isEmpty();
    }

    @Test
    void tasks_that_died_together_are_not_to_blame_and_run_again() {
        tasks.delay(Mailer::late, "a");
        tasks.delay(Mailer::late, "b");
        for (int death = 0; death < 5; death++) {
            bench.restartedAfter(left(sent(0), false), left(sent(1), false));
        }

        bench.runDue();
        assertThat(mailer.sent).containsExactly("a", "b");
    }

    @Test
    void the_one_among_many_that_is_there_each_time_is_found() {
        tasks.delay(Mailer::late, "killer");
        tasks.delay(Mailer::late, "innocent");
        TaskMessage killer = sent(0);
        bench.restartedAfter(left(killer, false), left(sent(1), false));
        crashDuring(killer);
        bench.restartedAfter(left(killer, true), left(sent(1), false));
        crashDuring(killer);
        bench.restartedAfter(left(killer, true), left(sent(1), false));

        bench.runDue();

        assertThat(mailer.sent).containsExactly("innocent");
        assertThat(bench.transport().deadLetters())
                .singleElement()
                .satisfies(dead -> assertThat(dead.message().id()).isEqualTo(killer.id()));
    }

    @Test
    void suspects_run_one_after_the_other_and_who_has_to_wait_waits_at_the_broker() {
        tasks.delay(Mailer::late, "a");
        tasks.delay(Mailer::late, "b");
        bench.restartedAfter(left(sent(0), false), left(sent(1), false));
        mailer.during = () -> {
            // While the first one runs. The interrupt replaces a wait of two seconds.
            Thread.currentThread().interrupt();
            bench.transport().deliverNext(bench.worker());
            assertThat(Thread.interrupted()).isTrue();
        };

        bench.transport().deliverNext(bench.worker());
        assertThat(mailer.sent).containsExactly("a");
        assertThat(bench.transport().nextDue()).contains(NOW.plusSeconds(1));

        bench.drain();
        assertThat(mailer.sent).containsExactly("a", "b");
    }

    @Test
    void a_node_that_cannot_keep_the_outcome_has_not_died() {
        tasks.delay(Mailer::late, "a");
        TaskMessage message = sent(0);
        mailer.during = () -> {
            bench.transport().breakDown("no route");
            throw mailer.request.retry();
        };

        assertThatThrownBy(() -> bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 2, true)))
                .isInstanceOf(OperationalException.class);
        assertThat(bench.suspicions().find(message.id()))
                .as("another node would take a start without an end for a death of this one")
                .isEmpty();
    }

    private TaskMessage sent(int number) {
        return bench.transport().sent().get(number).message();
    }

    private static LeftTask left(TaskMessage message, boolean wasSuspect) {
        return new LeftTask(
                message.id(),
                message.task(),
                message.retries(),
                NOW,
                NOW.plusSeconds(3),
                wasSuspect,
                "worker-7",
                Optional.of("at mail.Mailer.stuck(Mailer.java:7)"));
    }

    /** Its beginning is recorded, as for every suspect, but never its end. */
    private void crashDuring(TaskMessage message) {
        mailer.during = () -> bench.suspicions().breakDown("the process is gone");
        bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 1, false));
        bench.suspicions().restore();
        mailer.sent.clear();
        bench.clock().advance(Duration.ofSeconds(1));
    }
}
