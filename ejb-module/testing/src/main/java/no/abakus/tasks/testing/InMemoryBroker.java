package no.abakus.tasks.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;

/** Inspects and controls the broker in memory. {@link #allow} sets its capabilities. Thread-safe. */
public final class InMemoryBroker implements BrokerAdmin {

    private final InMemoryTransport transport;
    private final TaskClock clock;
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    private volatile Set<Capability> capabilities =
            Set.of(Capability.COUNT, Capability.LIST_WAITING, Capability.LIST_SCHEDULED);

    InMemoryBroker(InMemoryTransport transport, TaskClock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** Sets the broker's capabilities. */
    public void allow(Capability... some) {
        capabilities = Set.of(some);
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    private void check(Capability needed) {
        if (!capabilities.contains(needed)) {
            throw new UnsupportedOperationException("This broker does not support " + needed);
        }
        transport.outage().ifPresent(why -> {
            throw new OperationalException("The broker cannot be reached for " + needed + ": " + why);
        });
    }

    @Override
    public QueueState state(String queue) {
        check(Capability.COUNT);
        return new QueueState(
                queue,
                OptionalLong.of(transport.due(queue, clock.now()).size()),
                OptionalLong.of(transport.notDue(queue, clock.now()).size()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                paused.contains(queue),
                Optional.empty());
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return waiting(queue, most, () -> true);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        check(Capability.LIST_WAITING);
        return transport.due(queue, clock.now()).stream()
                .limit(most)
                .takeWhile(task -> mayGoOn.getAsBoolean())
                .toList();
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        check(Capability.LIST_SCHEDULED);
        return transport.notDue(queue, clock.now()).stream().limit(most).toList();
    }

    @Override
    public void pause(String queue) {
        check(Capability.PAUSE);
        paused.add(queue);
    }

    @Override
    public void resume(String queue) {
        check(Capability.PAUSE);
        paused.remove(queue);
    }

    /** Returns the paused queues. The state of such a queue shows the pause, but messages are still delivered. */
    public Set<String> paused() {
        return Set.copyOf(paused);
    }

    @Override
    public boolean remove(String queue, String taskId) {
        check(Capability.REMOVE);
        return transport.remove(queue, taskId);
    }
}
