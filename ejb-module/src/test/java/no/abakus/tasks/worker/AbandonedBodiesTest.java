package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.config.WorkerConfig;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A node that had too many abandoned task methods takes tasks again when enough of them have ended. */
class AbandonedBodiesTest {

    private final DeliveryGate gate = new DeliveryGate(new SettableClock());
    private final List<Boolean> started = new ArrayList<>();
    private final AbandonedBodies bodies = new AbandonedBodies(
            new WorkerConfig(1, Duration.ZERO, Duration.ZERO), gate, () -> started.add(gate.isOpen("default")));

    private RunningTask abandoned(String id) {
        RunningTask body = new RunningTask(
                new Delivery(SampleMessages.minimal(id), new Route("default", 4), SettableClock.START, 1, false),
                SettableClock.START,
                TimeAllowed.UNLIMITED,
                false);
        assertThat(bodies.giveUp(body, new Interruption.HardLimit(Duration.ofSeconds(1))))
                .isTrue();
        return body;
    }

    @Test
    void listeners_that_something_else_has_stopped_meanwhile_start_once_the_gate_is_open() {
        RunningTask first = abandoned("t-1");
        RunningTask second = abandoned("t-2");
        assertThat(gate.reasons()).containsExactly(DeliveryGate.Reason.ABANDONED_THREADS);

        bodies.ended(first);
        bodies.ended(second);

        assertThat(started).as("once, and not before").containsExactly(true);
    }
}
