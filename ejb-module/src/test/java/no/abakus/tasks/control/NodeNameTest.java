package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.testing.InMemoryClaims;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RunningTasks;
import org.junit.jupiter.api.Test;

/** Of two nodes with one name, the second accepts no tasks. */
class NodeNameTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final SettableClock clock = new SettableClock();
    private final InMemoryClaims store = new InMemoryClaims(clock);
    private final TestNode first = new TestNode("run-1", Optional.empty());
    private final TestNode second = new TestNode("run-2", Optional.empty());

    private final class TestNode {
        final DeliveryGate gate = new DeliveryGate(clock);
        final NodeName name;

        TestNode(String run, Optional<String> formerRun) {
            name = new NodeName(
                    store,
                    new NodeIdentity("same", run, Instant.EPOCH),
                    formerRun,
                    PATIENCE,
                    clock,
                    gate,
                    new Listening(ListenerSwitch.NONE, gate, new RunningTasks(), (after, work) -> {}));
        }

        boolean accepts() {
            return gate.isOpen("default");
        }
    }

    private void time(Duration passes, TestNode... living) {
        for (Duration done = Duration.ZERO; done.compareTo(passes) < 0; done = done.plus(LOOK)) {
            clock.advance(LOOK);
            for (TestNode node : living) {
                node.name.look();
            }
        }
    }

    @Test
    void the_second_is_refused_and_told_the_name_to_take_and_the_first_works_on() {
        first.name.look();
        second.name.look();
        time(Duration.ofMinutes(1), first, second);

        assertThat(first.accepts()).isTrue();
        assertThat(second.accepts()).isFalse();
        assertThatCode(first.name::check).doesNotThrowAnyException();
        assertThatThrownBy(second.name::check).hasMessageContaining("'same'").hasMessageContaining("'same-2'");
    }

    @Test
    void the_second_takes_the_name_once_the_first_has_been_silent_long_enough() {
        first.name.look();
        second.name.look();

        time(Duration.ofSeconds(12), second);
        assertThat(second.accepts()).isFalse();
        time(Duration.ofSeconds(6), second);

        assertThat(second.accepts()).isTrue();
        assertThatCode(second.name::check).doesNotThrowAnyException();
    }

    @Test
    void a_node_that_stops_gives_its_name_back_at_once() {
        first.name.look();
        first.name.leave();

        second.name.look();

        assertThat(second.accepts()).isTrue();
    }

    @Test
    void a_node_that_was_killed_and_starts_again_with_its_data_need_not_wait() {
        first.name.look();

        TestNode again = new TestNode("run-3", Optional.of("run-1"));
        again.name.look();

        assertThat(again.accepts()).isTrue();
    }

    @Test
    void a_node_that_was_frozen_finds_its_name_taken() {
        first.name.look();
        second.name.look();
        time(Duration.ofSeconds(20), second);
        assertThat(second.accepts()).isTrue();

        first.name.look();

        assertThat(first.accepts()).isFalse();
        assertThat(second.accepts()).isTrue();
    }

    @Test
    void a_node_that_cannot_ask_works_under_the_name_it_was_given() {
        store.breakDown("database");

        first.name.look();

        assertThat(first.accepts()).isTrue();
        assertThatCode(first.name::check).doesNotThrowAnyException();
    }
}
