package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Reject;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.ScriptedHandler;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.AcknowledgedMail.Mailer;
import org.junit.jupiter.api.Test;

/** A message that is acknowledged before its task, which runs at most once. */
class EarlyAcknowledgementTest {

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void an_early_task_runs_once_whatever_is_delivered() {
        tasks.delay(Mailer::early, "a");
        bench.runDue();
        redeliver(sent(0));

        assertThat(mailer.sent).containsExactly("a");
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded", "Repeated");
    }

    @Test
    void what_an_early_body_asks_for_is_done_although_its_message_is_gone() {
        mailer.throwing(new IllegalStateException("broken"));
        tasks.delay(Mailer::early, "fails");
        bench.runDue();
        mailer.throwing(new Reject("not mine", false));
        tasks.delay(Mailer::early, "rejects");
        bench.runDue();
        mailer.throwing(new Reject("later", true));
        tasks.delay(Mailer::early, "requeues");
        bench.drain();

        assertThat(mailer.sent).containsExactly("fails", "rejects", "requeues", "requeues");
        assertThat(bench.transport().deadLetters())
                .as("Celery: no effect, it is acknowledged")
                .isEmpty();
        bench.restartedAfter().lookAfterClaims();
        assertThat(bench.events().of(TaskEvent.Lost.class)).as("all have ended").isEmpty();
    }

    @Test
    void an_outcome_that_cannot_be_kept_is_kept_when_the_database_is_back() {
        mailer.throwing(new Ignore("it never happened"));
        tasks.delay(Mailer::early, "ignores");
        bench.runDue();
        tasks.delay(Mailer::earlyTracked, "a");
        TaskMessage message = sent(1);
        takeAway();
        breakDownDuring(message);

        bench.results().restore();
        bench.lookAfterClaims();

        assertThat(bench.results().find(message.id()).orElseThrow().state()).isEqualTo(TaskState.SUCCESS);
        bench.restartedAfter().lookAfterClaims();
        assertThat(bench.events().of(TaskEvent.Lost.class)).isEmpty();
    }

    @Test
    void a_rejection_that_cannot_be_kept_is_told_as_such_when_it_is() {
        tasks.delay(Mailer::earlyTracked, "a");
        TaskMessage message = sent(0);
        takeAway();
        mailer.during = () -> {
            bench.results().breakDown("no route");
            throw new Reject("not mine", false);
        };
        bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 1, false));
        assertThat(bench.events().of(TaskEvent.Rejected.class)).isEmpty();

        bench.results().restore();
        bench.lookAfterClaims();

        assertThat(bench.results().find(message.id()).orElseThrow().state()).isEqualTo(TaskState.REJECTED);
        assertThat(bench.events().of(TaskEvent.Rejected.class)).hasSize(1);
        assertThat(bench.events().of(TaskEvent.Succeeded.class)).isEmpty();
    }

    @Test
    void what_was_claimed_and_never_began_runs_when_its_message_comes_again() {
        tasks.delay(Mailer::earlyTracked, "a");
        tasks.call(Mailer::once, "b").ignoreResult(false).applyAsync();
        bench.results().breakDown("no route");
        assertThatThrownBy(bench::runDue).isInstanceOf(OperationalException.class);
        assertThatThrownBy(() -> bench.worker().deliver(new Delivery(sent(1), new Route("default", 4), NOW, 1, false)))
                .isInstanceOf(OperationalException.class);
        assertThat(mailer.sent).isEmpty();

        bench.results().restore();
        bench.runDue();

        assertThat(mailer.sent).containsExactlyInAnyOrder("a", "b");
    }

    private void breakDownDuring(TaskMessage message) {
        mailer.sent.clear();
        mailer.during = () -> bench.results().breakDown("no route");
        bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 1, false));
        assertThat(mailer.sent).hasSize(1);
    }

    private TaskMessage sent(int number) {
        return bench.transport().sent().get(number).message();
    }

    private void redeliver(TaskMessage message) {
        bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 2, true));
    }

    /** The broker no longer holds it; the test delivers it by hand. */
    private void takeAway() {
        bench.transport().deliverNext(ScriptedHandler.of(delivery -> Settlement.ACKNOWLEDGE));
    }
}
