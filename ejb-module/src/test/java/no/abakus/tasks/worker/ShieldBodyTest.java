package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.registry.AckAttributes;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.result.Tracking;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/**
 * If a step throws an exception on a task's own thread, the steps around that thread see it as if it had been thrown on
 * theirs.
 */
class ShieldBodyTest {

    private final Delivery delivery = new Delivery(
            new MessageDraft("s-1", "mail.once").message(), new Route("default", 4), SettableClock.START, 1, false);
    private final Execution execution = new Execution(
                    delivery,
                    SettableClock.START,
                    AckAttributes.DEFAULTS,
                    Tracking.of(delivery.message(), ResultAttributes.DEFAULTS),
                    null)
            .withRunning(new RunningTask(delivery, SettableClock.START, TimeAllowed.UNLIMITED, false));
    private final Step shield = new ShieldBody((name, body) -> new Thread(body, name).start());

    @Test
    void errors_and_exceptions_keep_their_kind() {
        for (Throwable thrown : List.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new InternalError("of the virtual machine"),
                new AssertionError("ours"),
                new OperationalException("The broker is away", new IOException()))) {
            assertThat(catchThrowable(() -> shield.apply(execution, throwing(thrown))))
                    .isSameAs(thrown);
        }
    }

    @Test
    void a_full_heap_above_the_task_method_is_no_rejection() {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");

        assertThatThrownBy(
                        () -> new EndUnexpected().apply(execution, shielded -> shield.apply(shielded, throwing(full))))
                .isSameAs(full);
    }

    private static Step.Rest throwing(Throwable thrown) {
        return reached -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
    }
}
