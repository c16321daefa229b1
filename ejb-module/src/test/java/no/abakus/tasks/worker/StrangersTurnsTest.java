package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that claims to have a turn, or to have been sent back before, gains its sender nothing. */
class StrangersTurnsTest {

    private static final Instant NOW = SettableClock.START;
    private static final Instant PAST = NOW.minusSeconds(60);
    private static final Route ROUTE = new Route("default", 4);

    static class Mailer {
        private final List<String> begun = new ArrayList<>();

        @AbakusTask(name = "mail.slow", rateLimit = "1/h")
        public void slow(String to) {
            begun.add(to);
        }

        @AbakusTask(name = "mail.shared", rateLimit = "1/h", rateLimitScope = RateLimitScope.CLUSTER)
        public void shared(String to) {
            begun.add(to);
        }
    }

    private final Mailer mailer = new Mailer();
    private final Workbench bench = Workbench.of(mailer);

    @ParameterizedTest
    @ValueSource(strings = {"mail.slow", "mail.shared"})
    void no_claimed_turn_passes_the_limit(String task) {
        String limit = task.equals("mail.slow") ? "1/h" : "1/h cluster";
        bench.tasks().call(task).args("honest").applyAsync();
        bench.runDue();

        for (int i = 0; i < 20; i++) {
            String mark = limit + "|other-node|run-" + i;
            String seal = new Seals().of("turn", "s-" + i, PAST.toString(), mark);
            for (String grant : List.of(limit, mark, mark + "|", mark + "|" + seal, limit + "|" + seal, "", "|")) {
                bench.deliver(claiming(task, "s-" + i, new Hold(PAST, PAST, grant)));
            }
        }

        assertThat(mailer.begun).containsExactly("honest");
    }

    private static TaskMessage claiming(String task, String id, Hold hold) {
        return new MessageDraft(id, task)
                .body("{\"args\":[\"stranger\"]}")
                .message()
                .heldBy(hold);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.slow", "mail.shared"})
    void a_turn_is_no_turn_of_another_task_nor_at_another_time(String task) {
        bench.tasks().call(task).args("first").applyAsync();
        bench.tasks().call(task).args("second").applyAsync();
        bench.runDue();
        TaskMessage held = lastSent();
        Hold granted = held.hold().orElseThrow();
        assertThat(granted.slot()).isAfter(NOW);

        bench.deliver(claiming(task, "s-1", new Hold(PAST, granted.slot(), granted.grant())));
        bench.deliver(claiming(task, held.id(), new Hold(PAST, PAST, granted.grant())));

        assertThat(mailer.begun).containsExactly("first");
    }

    private TaskMessage lastSent() {
        List<InMemoryTransport.Sent> sent = bench.transport().sent();
        return sent.get(sent.size() - 1).message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.slow", "mail.shared"})
    void a_granted_turn_counts_on_every_node(String task) {
        Mailer elsewhere = new Mailer();
        Workbench other = bench.secondNode("other").register(elsewhere);
        bench.tasks().call(task).args("first").applyAsync();
        bench.tasks().call(task).args("second").applyAsync();
        bench.runDue();
        TaskMessage held = lastSent();
        bench.clock().advance(Duration.between(NOW, held.hold().orElseThrow().slot()));

        other.deliver(held);

        assertThat(elsewhere.begun).containsExactly("second");
    }

    /** It would otherwise wait for ever for a node that knows it. */
    @Test
    void a_message_that_was_first_returned_in_the_future_ends_all_the_same() {
        Workbench patient = new Workbench().set("abakus.tasks.worker.unknown-task-wait", "PT10M");
        Instant future = Instant.parse("9999-01-01T00:00:00Z");
        patient.transport()
                .send(
                        ROUTE,
                        new MessageDraft("s-1", "mail.nobody")
                                .message()
                                .returned(new Returns(1, "unknown-task", future), PAST));

        int rounds = patient.runDue();
        while (patient.transport().deadLetters().isEmpty() && rounds < 100) {
            patient.clock().advance(Duration.ofMinutes(2));
            rounds += patient.runDue();
        }

        assertThat(rounds).isLessThanOrEqualTo(GivingBack.MOST);
    }
}
