package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.WorkerLostException;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.AcknowledgedMail.Mailer;
import org.junit.jupiter.api.Test;

/** A task whose message is gone, and whose node died while it ran. */
class NodeDeathTest {

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void an_early_task_that_was_running_when_its_node_died_has_failed_and_is_not_run_again() {
        tasks.delay(Mailer::earlyTracked, "a");
        TaskMessage message = sent(0);
        dieWhileRunning(message, true);

        bench.lookAfterClaims();
        assertThat(redeliver(message)).isEqualTo(Settlement.ACKNOWLEDGE);
        bench.lookAfterClaims();

        assertThat(mailer.sent).isEmpty();
        assertThat(tasks.result(message.id()).state()).isEqualTo(TaskState.FAILURE);
        assertThat(tasks.result(message.id()).failure().orElseThrow().type())
                .isEqualTo(WorkerLostException.class.getName());
        assertThat(bench.events().only(TaskEvent.Lost.class).claim().id()).isEqualTo(message.id());
    }

    @Test
    void one_whose_record_cannot_be_reached_holds_up_no_other() {
        for (String to : List.of("a", "b")) {
            tasks.delay(Mailer::earlyTracked, to);
        }
        dieWhileRunning(sent(0), true);
        dieWhileRunning(sent(1), true);
        bench.results().breakDown("it is locked");
        bench.lookAfterClaims();
        bench.results().restore();

        bench.lookAfterClaims();
        assertThat(bench.events().of(TaskEvent.Lost.class))
                .as("both are postponed")
                .isEmpty();
        bench.clock().advance(Duration.ofSeconds(61));
        bench.lookAfterClaims();

        assertThat(bench.events().of(TaskEvent.Lost.class)).hasSize(2);
    }

    @Test
    void a_silent_node_is_dead_only_after_its_patience_and_only_to_those_who_reached_the_database_as_long() {
        tasks.delay(Mailer::earlyTracked, "a");
        TaskMessage message = sent(0);
        bench.claims()
                .claim(new Claim(
                        message.id(),
                        0,
                        message.task(),
                        "other",
                        "other-run",
                        true,
                        false,
                        NOW,
                        NOW.plusSeconds(999),
                        Optional.empty(),
                        0));
        bench.claims().beat("other", "other-run");
        bench.lookAfterClaims();

        bench.clock().advance(Duration.ofSeconds(29));
        bench.lookAfterClaims();
        assertThat(bench.events().of(TaskEvent.Lost.class)).isEmpty();

        bench.claims().breakDown("no route");
        bench.clock().advance(Duration.ofSeconds(20));
        assertThatThrownBy(bench::lookAfterClaims).isInstanceOf(OperationalException.class);
        bench.claims().restore();
        bench.lookAfterClaims();
        assertThat(bench.events().of(TaskEvent.Lost.class))
                .as("the other could not reach it either")
                .isEmpty();

        for (int i = 0; i < 4; i++) {
            bench.clock().advance(Duration.ofSeconds(10));
            bench.lookAfterClaims();
        }
        assertThat(bench.events().of(TaskEvent.Lost.class)).hasSize(1);
    }

    private TaskMessage sent(int number) {
        return bench.transport().sent().get(number).message();
    }

    private Settlement redeliver(TaskMessage message) {
        return bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 2, true));
    }

    private void dieWhileRunning(TaskMessage message, boolean acknowledged) {
        AcknowledgedMail.dieWhileRunning(bench, message, acknowledged);
    }
}
