package no.abakus.tasks.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Passes deliveries on after the modules of all tasks have started, or after a limited wait. Payara's listeners start
 * earlier, so a task that waited at the broker would otherwise find its bean without resources. Thread-safe.
 */
final class AfterStart implements DeliveryHandler {

    private static final Log log = Log.get();

    private final Collection<TaskModule> modules;
    private final Duration patience;
    private final DeliveryHandler next;
    private volatile boolean over;

    /**
     * @param patience how long to wait for each module; after that, deliveries go on without the missing modules
     */
    AfterStart(Collection<TaskModule> modules, Duration patience, DeliveryHandler next) {
        this.modules = modules;
        this.patience = patience;
        this.next = next;
    }

    @Override
    public Settlement deliver(Delivery delivery) {
        await();
        return next.deliver(delivery);
    }

    @Override
    public void unreadable(String queue, String messageId, Rejection rejection) {
        next.unreadable(queue, messageId, rejection);
    }

    @Override
    public void givenUp(Delivery delivery, Rejection rejection) {
        next.givenUp(delivery, rejection);
    }

    @Override
    public Settlement expired(TaskMessage message, String queue) {
        return next.expired(message, queue);
    }

    private void await() {
        if (over) {
            return;
        }
        try {
            List<TaskModule> late = new ArrayList<>();
            for (TaskModule module : modules) {
                if (!module.awaitStart(over ? 0 : patience.toNanos())) {
                    late.add(module);
                }
            }
            tell(late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationalException(
                    "Interrupted while the application started; the message goes back to the broker", e);
        }
    }

    private synchronized void tell(List<TaskModule> late) {
        if (!over && !late.isEmpty()) {
            log.warning(
                    "task_modules_not_started",
                    "modules",
                    late.stream().map(TaskModule::toString).toList(),
                    "waited_ms",
                    patience.toMillis(),
                    "consequence",
                    "the tasks of these modules run anyway, but may not find their resources");
        }
        over = true;
    }
}
