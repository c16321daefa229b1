package no.abakus.tasks.broker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;

/**
 * The tools of a broker whose kind is detected at the first query. So the broker need not be reachable before that.
 * Thread-safe.
 */
final class FoundBroker implements BrokerAdmin {

    private final Supplier<BrokerAdmin> search;
    private volatile BrokerAdmin found;

    FoundBroker(Supplier<BrokerAdmin> search) {
        this.search = search;
    }

    private BrokerAdmin broker() {
        BrokerAdmin known = found;
        if (known == null) {
            known = search.get();
            found = known;
        }
        return known;
    }

    @Override
    public Set<Capability> capabilities() {
        return broker().capabilities();
    }

    @Override
    public void make(Set<String> queues, Set<String> topics) {
        broker().make(queues, topics);
    }

    @Override
    public QueueState state(String queue) {
        return broker().state(queue);
    }

    @Override
    public List<QueueState> all() {
        return broker().all();
    }

    @Override
    public OptionalLong consumers(String queue) {
        return broker().consumers(queue);
    }

    @Override
    public boolean isPaused(String queue) {
        return broker().isPaused(queue);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return broker().waiting(queue, most);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        return broker().waiting(queue, most, mayGoOn);
    }

    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        return broker().find(queue, taskId);
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        return broker().scheduled(queue, most);
    }

    @Override
    public void pause(String queue) {
        broker().pause(queue);
    }

    @Override
    public void resume(String queue) {
        broker().resume(queue);
    }

    @Override
    public boolean remove(String queue, String taskId) {
        return broker().remove(queue, taskId);
    }
}
