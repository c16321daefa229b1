package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ClaimKey;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A repetition of a task that must not start twice, during an outage. */
class RepeatedOnceTest {

    public static class Body {
        private int runs;

        @AbakusTask(name = "once", ignoreResult = false, rejectOnWorkerLost = false)
        public int once() {
            return ++runs;
        }
    }

    private final Body body = new Body();
    private final Workbench bench = Workbench.of(body);
    private boolean breaks;

    private void deliverAgain(TaskMessage message) {
        bench.worker().deliver(new Delivery(message, new Route("default", 4), SettableClock.START, 2, true));
    }

    @Test
    void the_message_does_not_wait_for_an_execution_that_is_over() {
        bench.listener(event -> {
            if (breaks && event instanceof TaskEvent.Repeated) {
                bench.claims().breakDown("no route");
            }
        });
        bench.tasks().call("once").applyAsync();
        TaskMessage message = bench.transport().sent().get(0).message();
        bench.runDue();
        bench.claims().release(ClaimKey.of(message));
        breaks = true;
        assertThatThrownBy(() -> deliverAgain(message)).isInstanceOf(OperationalException.class);
        breaks = false;
        bench.claims().restore();

        deliverAgain(message);

        assertThat(bench.transport().waiting()).isEmpty();
        assertThat(body.runs).isEqualTo(1);
    }
}
