package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Reject;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.WorkerLostException;
import no.abakus.tasks.port.ClaimKey;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.ScriptedHandler;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.worker.AcknowledgedMail.Mailer;
import org.junit.jupiter.api.Test;

/** A task with {@code rejectOnWorkerLost = false}, whose message is redelivered. */
class NotRunAgainTest {

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void a_task_that_is_not_to_run_again_fails_when_it_is_delivered_again_and_its_error_links_follow() {
        tasks.call(Mailer::once, "a").linkError(tasks.signature("mail.failed")).applyAsync();
        TaskMessage message = sent(0);
        takeAway();
        dieWhileRunning(message, false);

        redeliver(message);
        redeliver(message);
        bench.runDue();

        assertThat(mailer.sent).containsExactly("error link of " + WorkerLostException.class.getName());
        assertThat(bench.results().find(message.id()).orElseThrow().state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void it_runs_when_nobody_has_begun_it_and_its_retries_do_too() {
        tasks.delay(Mailer::once, "a");
        bench.runDue();
        redeliver(sent(0));
        assertThat(mailer.sent).containsExactly("a");

        mailer.asksForRetry();
        tasks.delay(Mailer::once, "b");
        bench.drain();
        assertThat(mailer.sent).containsExactly("a", "b", "b");
    }

    @Test
    void its_message_waits_while_another_node_may_still_run_it() {
        tasks.delay(Mailer::once, "a");
        TaskMessage message = sent(0);
        takeAway();
        bench.claims()
                .claim(new Claim(
                        message.id(),
                        0,
                        message.task(),
                        "other",
                        "other-run",
                        false,
                        false,
                        NOW,
                        NOW.plusSeconds(999),
                        message.token(),
                        0));
        bench.claims().beat("other", "other-run");

        redeliver(message);
        assertThat(bench.transport().nextDue()).contains(NOW.plusSeconds(5));
        bench.claims().end(ClaimKey.of(message));
        bench.drain();

        assertThat(mailer.sent).isEmpty();
        assertThat(bench.events().names()).containsExactly("Sent", "Repeated");
    }

    @Test
    void it_does_not_begin_again_while_its_outcome_waits_for_the_database() {
        tasks.delay(Mailer::once, "a");
        mailer.during = () -> {
            bench.claims().breakDown("no route");
            throw mailer.request.retry();
        };
        TaskMessage message = sent(0);
        takeAway();
        assertThatThrownBy(() -> bench.deliver(message)).isInstanceOf(OperationalException.class);
        assertThatThrownBy(() -> bench.deliver(message)).isInstanceOf(OperationalException.class);
        bench.claims().restore();

        bench.deliver(message);
        assertThat(mailer.sent).containsExactly("a");
        bench.lookAfterClaims();
        bench.drain();

        assertThat(mailer.sent).as("the retry that it asked for").containsExactly("a", "a");
    }

    @Test
    void nor_while_its_rejection_waits_for_it() {
        tasks.delay(Mailer::once, "a");
        mailer.during = () -> {
            bench.claims().breakDown("no route");
            throw new Reject("not mine", false);
        };
        TaskMessage message = sent(0);
        takeAway();
        assertThatThrownBy(() -> bench.deliver(message)).isInstanceOf(OperationalException.class);
        bench.claims().restore();

        bench.deliver(message);
        bench.lookAfterClaims();
        bench.drain();

        assertThat(mailer.sent).containsExactly("a");
        assertThat(bench.transport().deadLetters())
                .singleElement()
                .satisfies(dead -> assertThat(dead.rejection().reason()).isEqualTo(Rejection.Reason.REFUSED));
    }

    @Test
    void its_dead_letter_is_sent_at_the_next_delivery_if_the_broker_did_not_take_the_first() {
        mailer.throwing(new Reject("not mine", false));
        tasks.call(Mailer::once, "a").linkError(tasks.signature("mail.failed")).applyAsync();
        TaskMessage message = sent(0);
        takeAway();
        bench.deliver(message);

        Settlement again = bench.deliver(message);

        assertThat(again).isInstanceOf(Settlement.DeadLetter.class);
        assertThat(((Settlement.DeadLetter) again).rejection().reason()).isEqualTo(Rejection.Reason.REFUSED);
        assertThat(bench.transport().sent()).as("the task and one error link").hasSize(2);
        assertThat(mailer.sent).containsExactly("a");
    }

    @Test
    void one_that_has_ended_otherwise_leaves_no_dead_letter() {
        tasks.delay(Mailer::once, "a");
        TaskMessage message = sent(0);
        takeAway();
        bench.deliver(message);

        assertThat(bench.deliver(message)).isEqualTo(Settlement.ACKNOWLEDGE);
    }

    @Test
    void a_dead_letter_that_an_operator_sends_again_runs_once_more_and_once_only() {
        mailer.during = () -> {
            throw new Reject("not yet", false);
        };
        tasks.delay(Mailer::once, "a");
        bench.drain();
        TaskMessage again = bench.transport().deadLetters().get(0).message();

        redeliver(sent(0));
        redeliver(again);
        redeliver(again);

        assertThat(mailer.sent).containsExactly("a", "a");
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

    private void dieWhileRunning(TaskMessage message, boolean acknowledged) {
        AcknowledgedMail.dieWhileRunning(bench, message, acknowledged);
    }
}
