package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A body that takes its node down while it is decoded becomes a dead letter, like one that does so while its task runs.
 */
class GuardedDecodingTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static Runnable whileReading = () -> {};

    /** Stands for anything that kills the process when it is created from a body. */
    public record Bomb(String of) {
        public Bomb {
            whileReading.run();
        }
    }

    static class Opener {
        private final List<String> opened = new ArrayList<>();

        @AbakusTask(name = "bomb.open")
        public void open(Bomb bomb) {
            opened.add(bomb.of());
        }
    }

    private final Opener opener = new Opener();
    private final Workbench bench = Workbench.of(opener);
    private final TaskMessage message = new MessageDraft("b-1", "bomb.open")
            .body("{\"args\":[{\"of\":\"steel\"}]}")
            .message();

    @AfterEach
    void defuse() {
        whileReading = () -> {};
    }

    @Test
    void a_message_that_was_alone_at_two_deaths_is_parked_unread() {
        bench.restartedAfter(left(message, false));
        dieWhileReading(message);
        bench.restartedAfter(left(message, true));
        whileReading = () -> {
            throw new AssertionError("It is read again");
        };

        Settlement settlement = bench.worker().deliver(delivery(message, false));

        Rejection rejection = ((Settlement.DeadLetter) settlement).rejection();
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.WORKER_LOST);
        assertThat(rejection.detail()).contains("is not read again", "node " + Workbench.NODE);
        assertThat(bench.suspicions().find(message.id())).isEmpty();
    }

    @Test
    void on_another_node_a_redelivered_message_is_known_by_what_was_kept_of_it() {
        for (int death = 0; death < 2; death++) {
            dieWhileReading(message);
            bench.restartedAfter();
        }

        assertThat(bench.worker().deliver(delivery(message, true))).isInstanceOf(Settlement.DeadLetter.class);
    }

    @Test
    void a_message_that_is_read_at_last_runs_and_nothing_is_kept_of_it() {
        bench.restartedAfter(left(message, false));

        assertThat(bench.worker().deliver(delivery(message, true))).isEqualTo(Settlement.ACKNOWLEDGE);

        assertThat(opener.opened).containsExactly("steel");
        assertThat(bench.suspicions().find(message.id())).isEmpty();
    }

    @Test
    void reading_it_does_not_count_as_a_death_of_its_task() {
        bench.restartedAfter(left(message, false));
        for (int times = 0; times < 5; times++) {
            bench.worker().deliver(delivery(message, true));
        }
        assertThat(opener.opened).hasSize(5);
    }

    @Test
    void without_memory_it_goes_back_to_the_broker_and_nobody_is_blamed() {
        whileReading = () -> {
            throw new OutOfMemoryError("Java heap space");
        };

        assertThatThrownBy(() -> bench.worker().deliver(delivery(message, false)))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("not enough memory to read the body of task bomb.open");
        assertThat(bench.transport().deadLetters()).isEmpty();
    }

    @Test
    void a_stack_that_overflows_is_a_dead_letter() {
        whileReading = () -> {
            throw new StackOverflowError();
        };

        assertThat(bench.worker().deliver(delivery(message, false)))
                .isInstanceOfSatisfying(Settlement.DeadLetter.class, dead -> assertThat(
                                dead.rejection().reason())
                        .isIn(Rejection.Reason.UNREADABLE_BODY, Rejection.Reason.ARGUMENTS));
    }

    private void dieWhileReading(TaskMessage dying) {
        whileReading = () -> bench.suspicions().breakDown("the process is gone");
        bench.worker().deliver(delivery(dying, true));
        bench.suspicions().restore();
        whileReading = () -> {};
        bench.clock().advance(Duration.ofSeconds(1));
    }

    private static Delivery delivery(TaskMessage of, boolean redelivered) {
        return new Delivery(of, new Route("default", 4), NOW, redelivered ? 2 : 1, redelivered);
    }

    private static LeftTask left(TaskMessage of, boolean wasSuspect) {
        return new LeftTask(of.id(), of.task(), 0, NOW, NOW, wasSuspect, "worker-7", Optional.empty());
    }
}
