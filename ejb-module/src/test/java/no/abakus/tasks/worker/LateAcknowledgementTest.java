package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.AcknowledgedMail.Mailer;
import org.junit.jupiter.api.Test;

/** A message that is acknowledged after its task, which may run again. */
class LateAcknowledgementTest {

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void a_late_task_pays_no_database_and_runs_again_when_it_is_delivered_again() {
        tasks.delay(Mailer::late, "a");
        bench.runDue();
        assertThat(bench.results().accesses() + bench.claims().accesses()).isZero();

        redeliver(sent(0));
        assertThat(mailer.sent).containsExactly("a", "a");
        assertThat(bench.suspicions().find(sent(0).id())).as("it has ended").isEmpty();
    }

    @Test
    void an_outage_of_the_database_is_no_reason_not_to_run_what_is_delivered_again() {
        tasks.delay(Mailer::late, "a");
        bench.suspicions().breakDown("no route");

        redeliver(sent(0));

        assertThat(mailer.sent).containsExactly("a");
    }

    private TaskMessage sent(int number) {
        return bench.transport().sent().get(number).message();
    }

    private void redeliver(TaskMessage message) {
        bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 2, true));
    }
}
