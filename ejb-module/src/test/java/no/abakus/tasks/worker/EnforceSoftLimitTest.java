package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.WorkerConfig;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.registry.AckAttributes;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.result.Tracking;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A task with a soft time limit on a server that is stopping. */
class EnforceSoftLimitTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Delivery delivery =
            new Delivery(SampleMessages.minimal("s-1"), new Route("default", 4), SettableClock.START, 1, false);
    private final Execution execution = new Execution(
                    delivery,
                    SettableClock.START,
                    AckAttributes.DEFAULTS,
                    Tracking.of(delivery.message(), ResultAttributes.DEFAULTS),
                    null)
            .withRunning(new RunningTask(
                    delivery, SettableClock.START, new TimeAllowed(Optional.of(SECOND), Optional.empty()), false));

    @Test
    void a_task_that_comes_when_the_server_sets_no_more_alarms_goes_back_to_its_queue() {
        Alarms stopped = (after, ring) -> {
            throw new RejectedExecutionException("shut down");
        };
        AbandonedBodies abandoned = new AbandonedBodies(
                new WorkerConfig(1, Duration.ZERO, Duration.ZERO), new DeliveryGate(new SettableClock()), () -> {});
        Step limit = new EnforceSoftLimit(
                new TimeKeeping(new TimeLimits(), stopped, BodyThreads.NONE, BodyThreads.NONE, abandoned),
                new TaskEvents(List.of()));

        assertThatThrownBy(() -> new EndUnexpected()
                        .apply(
                                execution,
                                late -> limit.apply(late, reached -> {
                                    throw new AssertionError("It must not start");
                                })))
                .isInstanceOf(OperationalException.class);
    }
}
