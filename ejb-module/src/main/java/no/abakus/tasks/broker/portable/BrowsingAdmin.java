package no.abakus.tasks.broker.portable;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.transport.jms.ShownMessage;

/** Lists and finds the due messages of a queue with plain JMS. Other operations are not supported. Thread-safe. */
public final class BrowsingAdmin implements BrokerAdmin {

    private final ConnectionFactory connections;
    private final QueueNames names;

    public BrowsingAdmin(ConnectionFactory connections, QueueNames names) {
        this.names = names;
        this.connections = connections;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.LIST_WAITING);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return waiting(queue, most, () -> true);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        return browse(queue, null, most, mayGoOn);
    }

    /** Finds only a message that is due. */
    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        String selector = "abakus_id = '" + taskId.replace("'", "''") + "'";
        return browse(queue, selector, 1, () -> true).stream().findFirst();
    }

    private List<WaitingTask> browse(String queue, String selector, int most, BooleanSupplier mayGoOn) {
        List<WaitingTask> found = new ArrayList<>();
        try (JMSContext jms = connections.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(names.atBroker(queue)), selector)) {
            Enumeration<?> messages = browser.getEnumeration();
            while (found.size() < most && messages.hasMoreElements() && mayGoOn.getAsBoolean()) {
                found.add(ShownMessage.of((Message) messages.nextElement(), queue));
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw new OperationalException("The queue '" + queue + "' could not be browsed: " + e.getMessage(), e);
        }
        return found;
    }

    @Override
    public QueueState state(String queue) {
        throw beyond("count messages");
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        throw beyond("list messages that wait for their time");
    }

    @Override
    public void pause(String queue) {
        throw beyond("pause queues");
    }

    @Override
    public void resume(String queue) {
        throw beyond("resume queues");
    }

    @Override
    public boolean remove(String queue, String taskId) {
        throw beyond("remove messages");
    }

    private static UnsupportedOperationException beyond(String what) {
        return new UnsupportedOperationException("The JMS API cannot " + what);
    }
}
