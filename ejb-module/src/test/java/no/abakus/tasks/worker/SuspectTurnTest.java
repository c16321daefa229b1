package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.publish.Dispatch;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.publish.SenderIdentity;
import no.abakus.tasks.registry.AckAttributes;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.result.Tracking;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.InMemorySuspicions;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A suspect whose wait for its turn is interrupted. */
class SuspectTurnTest {

    private final TaskClock clock = new SettableClock();
    private final Delivery delivery =
            new Delivery(SampleMessages.minimal("s-1"), new Route("default", 4), SettableClock.START, 1, false);
    private final Execution execution = new Execution(
            delivery,
            SettableClock.START,
            AckAttributes.DEFAULTS,
            Tracking.of(delivery.message(), ResultAttributes.DEFAULTS),
            null);
    private final List<Boolean> sentInterrupted = new ArrayList<>();

    @Test
    void its_message_is_sent_before_the_thread_is_interrupted_again() {
        SuspectTurn turn = new SuspectTurn(suspects(), publisher(), clock);
        Thread.currentThread().interrupt();

        Outcome outcome = turn.within(execution, Outcome.Repeated::new, Function.identity());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Held.class);
        assertThat(sentInterrupted).containsExactly(false);
    }

    private Suspects suspects() {
        LeftTask left = new LeftTask(
                "s-1",
                delivery.message().task(),
                0,
                SettableClock.START,
                SettableClock.START,
                false,
                "worker-7",
                Optional.empty());
        NodeIdentity node = new NodeIdentity("bench", "run-2", SettableClock.START);
        return new Suspects(new InMemorySuspicions(), node, List.of(left), Duration.ofDays(1), clock);
    }

    /** It sends messages again and nothing else. */
    private Publisher publisher() {
        Transport transport =
                (route, message) -> sentInterrupted.add(Thread.currentThread().isInterrupted());
        Dispatch dispatch = new Dispatch(
                transport,
                transport,
                expired -> {},
                (route, message) -> {},
                new Workbench().transactions(),
                clock,
                SendLimit.NONE);
        SenderIdentity identity = new SenderIdentity("bench", clock, () -> "new", SampleMessages.TOKENS);
        return new Publisher(null, null, dispatch, null, null, Optional::empty, identity);
    }
}
