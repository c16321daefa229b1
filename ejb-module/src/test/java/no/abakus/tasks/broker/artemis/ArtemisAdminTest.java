package no.abakus.tasks.broker.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.broker.KnownBrokers;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.transport.jms.EmbeddedBroker;
import no.abakus.tasks.transport.jms.JmsTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker that WildFly ships, seen and controlled with management messages. */
@ExtendWith(EmbeddedBroker.class)
class ArtemisAdminTest {

    private final BrokerAdmin broker = KnownBrokers.listed().admin(EmbeddedBroker.connections());
    private final JmsTransport transport = new JmsTransport(EmbeddedBroker.connections(), TaskClock.system());
    private final String queue = "admin." + UUID.randomUUID();

    private Instant sendDelayed(String id, Duration delay) {
        Instant due = TaskClock.system().now().plus(delay).truncatedTo(ChronoUnit.MILLIS);
        transport.send(new Route(queue, 7), SampleMessages.minimal(id).dueAt(due));
        return due;
    }

    @Test
    void it_is_found_and_can_do_all() {
        assertThat(broker.capabilities()).containsExactlyInAnyOrder(Capability.values());
    }

    @Test
    void messages_are_counted() {
        transport.send(new Route(queue, 4), SampleMessages.minimal("1"));
        transport.send(new Route(queue, 4), SampleMessages.minimal("2"));
        sendDelayed("3", Duration.ofHours(1));

        assertThat(broker.state(queue)).satisfies(state -> {
            assertThat(state.waiting()).hasValue(2);
            assertThat(state.scheduled()).hasValue(1);
            assertThat(state.delivering()).hasValue(0);
            assertThat(state.consumers()).hasValue(0);
            assertThat(state.paused()).isFalse();
        });
    }

    @Test
    void what_is_due_and_what_waits_for_its_time_are_listed() {
        transport.send(new Route(queue, 4), SampleMessages.minimal("now"));
        Instant later = sendDelayed("later", Duration.ofHours(2));
        Instant sooner = sendDelayed("sooner", Duration.ofHours(1));

        assertThat(broker.waiting(queue, 10)).extracting(WaitingTask::id).containsExactly("now");
        assertThat(broker.scheduled(queue, 10)).extracting(WaitingTask::id).containsExactly("sooner", "later");
        assertThat(broker.scheduled(queue, 10)).extracting(WaitingTask::due).allSatisfy(due -> assertThat(
                        due.orElseThrow())
                .isBetween(sooner.minusMillis(50), later.plusSeconds(1)));
        assertThat(broker.scheduled(queue, 1)).singleElement().satisfies(task -> {
            assertThat(task.task()).isEqualTo(SampleMessages.minimal("x").task());
            assertThat(task.queue()).isEqualTo(queue);
            assertThat(task.priority()).isEqualTo(7);
            assertThat(task.arguments()).isEqualTo(Optional.empty());
        });
    }

    @Test
    void the_message_of_a_task_is_taken_out_wherever_it_waits_and_no_other() {
        transport.send(new Route(queue, 4), SampleMessages.minimal("it's due"));
        transport.send(new Route(queue, 4), SampleMessages.minimal("other"));
        sendDelayed("delayed", Duration.ofHours(1));

        assertThat(broker.remove(queue, "it's due")).isTrue();
        assertThat(broker.remove(queue, "delayed")).isTrue();
        assertThat(broker.remove(queue, "delayed")).isFalse();
        assertThat(broker.remove(queue, "x' OR 'a' = 'a")).isFalse();

        assertThat(broker.waiting(queue, 10)).extracting(WaitingTask::id).containsExactly("other");
        assertThat(broker.scheduled(queue, 10)).isEmpty();
    }

    @Test
    void a_queue_is_paused_and_resumed() {
        transport.send(new Route(queue, 4), SampleMessages.minimal("1"));

        broker.pause(queue);
        assertThat(broker.state(queue).paused()).isTrue();

        broker.resume(queue);
        assertThat(broker.state(queue).paused()).isFalse();
    }

    @Test
    void a_broker_out_of_reach_is_told() {
        assertThatThrownBy(() -> KnownBrokers.listed()
                        .admin(EmbeddedBroker.unreachable())
                        .state(queue))
                .isInstanceOf(OperationalException.class);
    }

    @Test
    void a_queue_that_the_broker_has_yet_to_make_is_empty_and_cannot_be_paused() {
        String notMade = "nowhere." + UUID.randomUUID();

        assertThat(broker.state(notMade)).isEqualTo(QueueState.empty(notMade));
        assertThatThrownBy(() -> broker.pause(notMade))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("knows no queue");
    }
}
