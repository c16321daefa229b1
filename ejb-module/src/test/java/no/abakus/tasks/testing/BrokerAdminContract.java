package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Route;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an operator can rely on with every broker. A broker that lacks a capability skips its tests and must refuse the
 * call instead.
 */
@SuppressWarnings("JUnitClassModifiers") // to be extended in other packages
public abstract class BrokerAdminContract {

    private static final int PRIORITY = 7;

    /** A queue of its own per test, so that nothing is left over from another. */
    private final String queue = "admin." + UUID.randomUUID().toString().replace('-', '_');

    /** The administration under test. */
    protected abstract BrokerAdmin broker();

    /** The transport that sends to its broker. */
    protected abstract Transport transport();

    /** The time by which messages fall due. */
    protected abstract Instant now();

    /** The same administration, over a broker that is not there. */
    protected abstract BrokerAdmin unreachable();

    private void send(String id) {
        transport().send(new Route(queue, PRIORITY), SampleMessages.minimal(id));
    }

    private Instant sendDelayed(String id, int priority, Duration delay) {
        Instant due = now().plus(delay).truncatedTo(ChronoUnit.MILLIS);
        transport().send(new Route(queue, priority), SampleMessages.minimal(id).dueAt(due));
        return due;
    }

    private void needs(Capability... needed) {
        assumeTrue(broker().capabilities().containsAll(List.of(needed)), "the broker lacks a capability");
    }

    @Test
    void messages_are_counted_by_whether_they_are_due() {
        needs(Capability.COUNT);
        send("1");
        send("2");
        sendDelayed("3", PRIORITY, Duration.ofHours(1));

        assertThat(broker().state(queue)).satisfies(state -> {
            assertThat(state.queue()).isEqualTo(queue);
            assertThat(state.waiting()).hasValue(2);
            assertThat(state.scheduled()).hasValue(1);
            assertThat(state.delivering().orElse(0)).isZero();
            assertThat(state.consumers().orElse(0)).isZero();
            assertThat(state.paused()).isFalse();
        });
    }

    @Test
    void a_queue_that_was_never_used_is_empty() {
        needs(Capability.COUNT);

        assertThat(broker().state(queue)).satisfies(state -> {
            assertThat(state.queue()).isEqualTo(queue);
            assertThat(state.waiting().orElse(0)).isZero();
            assertThat(state.scheduled().orElse(0)).isZero();
            assertThat(state.paused()).isFalse();
        });
        assertThat(broker().consumers(queue).orElse(0)).isZero();
        assertThat(broker().isPaused(queue)).isFalse();
    }

    @Test
    void only_messages_that_are_due_are_listed_as_waiting_and_no_more_than_asked_for() {
        needs(Capability.LIST_WAITING);
        send("1");
        send("2");
        sendDelayed("later", PRIORITY, Duration.ofHours(1));

        assertThat(broker().waiting(queue, 10)).extracting(WaitingTask::id).containsExactly("1", "2");
        assertThat(broker().waiting(queue, 1)).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo("1");
            assertThat(task.task()).isEqualTo(SampleMessages.minimal("x").task());
            assertThat(task.queue()).isEqualTo(queue);
            assertThat(task.priority()).isEqualTo(PRIORITY);
            assertThat(task.due()).isEmpty();
            assertThat(task.arguments()).isEmpty();
        });
    }

    @Test
    void listing_ends_at_the_message_before_which_the_reader_may_not_go_on() {
        needs(Capability.LIST_WAITING);
        send("1");
        send("2");
        AtomicInteger left = new AtomicInteger(1);

        assertThat(broker().waiting(queue, 10, () -> left.getAndDecrement() > 0))
                .extracting(WaitingTask::id)
                .containsExactly("1");
        assertThat(left).hasValue(-1);
        assertThat(broker().waiting(queue, 10, () -> true)).hasSize(2);
    }

    @Test
    void messages_that_are_not_due_are_listed_by_when_they_are_due_whatever_their_priority() {
        needs(Capability.LIST_SCHEDULED);
        send("now");
        sendDelayed("last", 9, Duration.ofHours(3));
        Instant due = sendDelayed("first", 0, Duration.ofHours(1));
        sendDelayed("second", 4, Duration.ofHours(2));

        assertThat(broker().scheduled(queue, 10))
                .extracting(WaitingTask::id)
                .containsExactly("first", "second", "last");
        assertThat(broker().scheduled(queue, 1)).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo("first");
            assertThat(task.priority()).isZero();
            // A broker measures the delay by its own clock.
            assertThat(task.due().orElseThrow()).isBetween(due.minusMillis(50), due.plusSeconds(1));
        });
    }

    @Test
    void a_queue_is_paused_until_it_is_resumed() {
        needs(Capability.PAUSE, Capability.COUNT);
        send("1");

        broker().pause(queue);
        assertThat(broker().state(queue).paused()).isTrue();
        assertThat(broker().isPaused(queue)).isTrue();

        broker().resume(queue);
        assertThat(broker().state(queue).paused()).isFalse();
        assertThat(broker().isPaused(queue)).isFalse();
        assertThat(broker().state(queue).waiting()).hasValue(1);
    }

    @Test
    void the_message_of_a_task_is_removed_wherever_it_waits_and_no_other() {
        needs(Capability.REMOVE, Capability.LIST_WAITING, Capability.LIST_SCHEDULED);
        send("it's due");
        send("other");
        sendDelayed("delayed", PRIORITY, Duration.ofHours(1));

        assertThat(broker().remove(queue, "it's due")).isTrue();
        assertThat(broker().remove(queue, "delayed")).isTrue();
        assertThat(broker().remove(queue, "delayed")).isFalse();
        assertThat(broker().remove(queue, "x' OR 'a' = 'a")).isFalse();

        assertThat(broker().waiting(queue, 10)).extracting(WaitingTask::id).containsExactly("other");
        assertThat(broker().scheduled(queue, 10)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> a_call_without_its_capability_is_refused() {
        Set<Capability> lacking = EnumSet.allOf(Capability.class);
        lacking.removeAll(broker().capabilities());
        return calls(broker()).entrySet().stream()
                .filter(call -> lacking.contains(call.getKey()))
                .map(call -> DynamicTest.dynamicTest(call.getKey().name(), () -> assertThatThrownBy(call.getValue())
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageMatching("(?s).{10,}")))
                .toList();
    }

    @TestFactory
    List<DynamicTest> a_broker_out_of_reach_is_reported() {
        BrokerAdmin away = unreachable();
        Set<Capability> supported = broker().capabilities();
        return calls(away).entrySet().stream()
                .filter(call -> supported.contains(call.getKey()))
                .map(call -> DynamicTest.dynamicTest(call.getKey().name(), () -> assertThatThrownBy(call.getValue())
                        .isInstanceOf(OperationalException.class)))
                .toList();
    }

    private Map<Capability, ThrowingCallable> calls(BrokerAdmin admin) {
        return Map.of(
                Capability.COUNT, () -> admin.state(queue),
                Capability.LIST_WAITING, () -> admin.waiting(queue, 1),
                Capability.LIST_SCHEDULED, () -> admin.scheduled(queue, 1),
                Capability.PAUSE, () -> admin.pause(queue),
                Capability.REMOVE, () -> admin.remove(queue, "1"));
    }
}
