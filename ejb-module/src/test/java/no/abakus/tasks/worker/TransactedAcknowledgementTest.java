package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.AcknowledgedMail.Mailer;
import org.junit.jupiter.api.Test;

/** A message that is acknowledged in one transaction with the work of its task. */
class TransactedAcknowledgementTest {

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void a_transacted_task_is_recorded_although_its_result_is_ignored_and_never_seen_twice() {
        tasks.delay(Mailer::transacted, "a");
        bench.transport().deliverNext(bench.worker());
        redeliver(sent(0));
        bench.runDue();

        assertThat(mailer.sent).containsExactly("a", "child of a");
        assertThat(bench.results().find(sent(0).id()).orElseThrow().state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void a_transacted_body_that_throws_undoes_what_it_sent_and_its_retry_is_sent_all_the_same() {
        mailer.throwing(new IllegalStateException("broken"));
        tasks.delay(Mailer::transacted, "a");
        bench.runDue();
        assertThat(mailer.sent).containsExactly("a");
        assertThat(bench.transport().sent()).as("no child").hasSize(1);
        assertThat(bench.results().find(sent(0).id()).orElseThrow().state()).isEqualTo(TaskState.FAILURE);

        mailer.sent.clear();
        mailer.asksForRetry();
        tasks.delay(Mailer::transacted, "b");
        bench.runDue();
        assertThat(mailer.sent).containsExactly("b", "b", "child of b");
    }

    @Test
    void what_cannot_be_kept_undoes_the_work_and_the_message_goes_back() {
        tasks.delay(Mailer::transacted, "a");
        InMemoryTransport.Sent first = bench.transport().sent().get(0);
        mailer.bench.results().breakDown("disk full");

        assertThatThrownBy(() -> bench.transport().deliverNext(bench.worker()))
                .isInstanceOf(OperationalException.class);
        assertThat(bench.transport().waiting()).containsExactly(first);
        bench.results().restore();
        bench.runDue();

        assertThat(mailer.sent).containsExactly("a", "child of a");
    }

    private TaskMessage sent(int number) {
        return bench.transport().sent().get(number).message();
    }

    private void redeliver(TaskMessage message) {
        bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 2, true));
    }
}
