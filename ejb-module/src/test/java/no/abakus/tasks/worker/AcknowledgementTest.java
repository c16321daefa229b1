package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Ignore;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Reject;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.WorkerLostException;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.ScriptedHandler;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** What happens to a task when its server dies, depending on its acknowledgement settings. */
class AcknowledgementTest {

    private static final Instant NOW = SettableClock.START;

    static class Mailer {
        final Workbench bench;
        final Tasks tasks;
        final TaskRequest request;
        final List<String> sent = new ArrayList<>();
        Runnable during = () -> {};

        Mailer(Workbench bench) {
            this.bench = bench;
            this.tasks = bench.tasks();
            this.request = bench.request();
        }

        @AbakusTask(name = "mail.late")
        public void late(String to) {
            run(to);
        }

        @AbakusTask(name = "mail.early", acks = Acks.EARLY)
        public void early(String to) {
            run(to);
        }

        @AbakusTask(name = "mail.early_tracked", acks = Acks.EARLY, ignoreResult = false)
        public String earlyTracked(String to) {
            run(to);
            return to;
        }

        @AbakusTask(name = "mail.transacted", acks = Acks.TRANSACTED, retryDelay = "PT0S")
        public String transacted(String to) {
            tasks.delay(Mailer::late, "child of " + to);
            run(to);
            return to;
        }

        @AbakusTask(name = "mail.once", rejectOnWorkerLost = false, retryDelay = "PT0S")
        public void once(String to) {
            run(to);
        }

        @AbakusTask(name = "mail.failed")
        public void failed(FailedTask failed) {
            sent.add("error link of " + failed.exception().type());
        }

        void throwing(RuntimeException thrown) {
            during = () -> {
                throw thrown;
            };
        }

        void asksForRetry() {
            during = () -> {
                throw request.retry();
            };
        }

        private void run(String to) {
            sent.add(to);
            Runnable once = during;
            during = () -> {};
            once.run();
        }
    }

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench);
    private final Tasks tasks = bench.register(mailer).tasks();

    private TaskMessage sent(int number) {
        return bench.transport().sent().get(number).message();
    }

    private Settlement redeliver(TaskMessage message) {
        return bench.worker().deliver(new Delivery(message, new Route("default", 4), NOW, 2, true));
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

    /** The broker no longer holds it; the test delivers it by hand. */
    private void takeAway() {
        bench.transport().deliverNext(ScriptedHandler.of(delivery -> Settlement.ACKNOWLEDGE));
    }

    /** The node dies after it has begun this execution and before it has ended it. */
    private void dieWhileRunning(TaskMessage message, boolean acknowledged) {
        bench.claims()
                .claim(new Claim(
                        message.id(),
                        message.retries(),
                        message.task(),
                        Workbench.NODE,
                        "bench-run-1",
                        acknowledged,
                        false,
                        NOW,
                        NOW.plusSeconds(1_000),
                        message.token()));
        bench.claims().beat(Workbench.NODE, "bench-run-1");
        bench.restartedAfter();
    }

    // ---- LATE

    @Test
    void a_late_task_pays_no_database_and_runs_again_when_it_is_delivered_again() {
        tasks.delay(Mailer::late, "a");
        bench.runDue();
        assertThat(bench.results().accesses() + bench.claims().accesses()).isZero();

        redeliver(sent(0));
        assertThat(mailer.sent).containsExactly("a", "a");
        assertThat(bench.suspicions().find(sent(0).id())).as("it has ended").isEmpty();
    }

    // ---- EARLY

    @Test
    void an_early_task_runs_once_whatever_is_delivered() {
        tasks.delay(Mailer::early, "a");
        bench.runDue();
        redeliver(sent(0));

        assertThat(mailer.sent).containsExactly("a");
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded", "Repeated");
    }

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
                        Optional.empty()));
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

    // ---- rejectOnWorkerLost = false

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
                        message.token()));
        bench.claims().beat("other", "other-run");

        redeliver(message);
        assertThat(bench.transport().nextDue()).contains(NOW.plusSeconds(5));
        bench.claims().end(message.id(), 0);
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
    }

    // ---- TRANSACTED

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

    // ---- maxDeliveries

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
    void an_outage_of_the_database_is_no_reason_not_to_run_what_is_delivered_again() {
        tasks.delay(Mailer::late, "a");
        bench.suspicions().breakDown("no route");

        redeliver(sent(0));

        assertThat(mailer.sent).containsExactly("a");
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
