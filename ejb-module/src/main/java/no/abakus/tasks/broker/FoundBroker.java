package no.abakus.tasks.broker;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import no.abakus.tasks.broker.artemis.ArtemisAdmin;
import no.abakus.tasks.broker.openmq.OpenMqAdmin;
import no.abakus.tasks.broker.portable.BrowsingAdmin;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;

/**
 * Detects which broker the connections lead to. Detection runs at the first query, so the broker need not be up
 * earlier. Thread-safe.
 */
public final class FoundBroker implements BrokerAdmin {

    private final ConnectionFactory connections;
    private volatile BrokerAdmin found;

    public FoundBroker(ConnectionFactory connections) {
        this.connections = connections;
    }

    private BrokerAdmin broker() {
        BrokerAdmin known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    private BrokerAdmin find() {
        ArtemisAdmin artemis = new ArtemisAdmin(connections);
        if (artemis.isThere()) {
            return artemis;
        }
        OpenMqAdmin openMq = new OpenMqAdmin(connections);
        return openMq.isThere() ? openMq : new BrowsingAdmin(connections);
    }

    @Override
    public Set<Capability> capabilities() {
        return broker().capabilities();
    }

    @Override
    public QueueState state(String queue) {
        return broker().state(queue);
    }

    @Override
    public OptionalLong consumers(String queue) {
        return broker().consumers(queue);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return broker().waiting(queue, most);
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
