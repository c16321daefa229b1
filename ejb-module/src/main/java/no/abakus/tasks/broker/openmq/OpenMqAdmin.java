package no.abakus.tasks.broker.openmq;

import jakarta.jms.ConnectionFactory;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.broker.portable.BrowsingAdmin;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.transport.jms.QueueNames;

/** Monitors and manages an OpenMQ broker in this process. Thread-safe. */
final class OpenMqAdmin implements BrokerAdmin {

    private static final String DESTINATIONS = "com.sun.messaging.jms.server:type=Destination,desttype=q,";
    private static final String CONSUMERS = "CONSUMERS";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final BrowsingAdmin browsing;
    private final QueueNames names;

    OpenMqAdmin(ConnectionFactory connections, QueueNames names) {
        this.names = names;
        this.browsing = new BrowsingAdmin(connections, names);
    }

    /** Whether this process contains an OpenMQ broker. */
    boolean isThere() {
        try {
            return !beans.queryNames(new ObjectName("com.sun.messaging.jms.server:type=Broker,*"), null)
                    .isEmpty();
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The name of the broker's management bean must be well-formed", e);
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.COUNT, Capability.LIST_WAITING, Capability.PAUSE);
    }

    /**
     * Returns the state of a queue. OpenMQ creates a queue at its first use, and until then the queue counts as empty.
     */
    @Override
    public QueueState state(String queue) {
        if (!isMade(queue)) {
            return QueueState.empty(queue);
        }
        long scheduled = number(queue, "NumMsgsInDelayDelivery");
        long delivering = number(queue, "NumMsgsPendingAcks");
        return new QueueState(
                queue,
                OptionalLong.of(Math.max(0, number(queue, "NumMsgs") - scheduled - delivering)),
                OptionalLong.of(scheduled),
                OptionalLong.of(delivering),
                OptionalLong.of(number(queue, "NumConsumers")),
                String.valueOf(attribute(queue, "StateLabel")).contains("Paused"));
    }

    @Override
    public List<QueueState> all() {
        Set<String> found = new TreeSet<>();
        try {
            for (ObjectName bean : beans.queryNames(new ObjectName(DESTINATIONS + "subtype=Monitor,*"), null)) {
                names.abakusName(ObjectName.unquote(bean.getKeyProperty("name")))
                        .ifPresent(found::add);
            }
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The pattern of the queues' names must be well-formed", e);
        }
        return found.stream()
                .map(name -> state(names.ofBroker(name)).under(name))
                .toList();
    }

    private boolean isMade(String queue) {
        try {
            return beans.isRegistered(bean("Monitor", queue));
        } catch (MalformedObjectNameException e) {
            throw refused(queue, e);
        }
    }

    private long number(String queue, String name) {
        return attribute(queue, name) instanceof Number number ? number.longValue() : 0;
    }

    private Object attribute(String queue, String name) {
        try {
            return beans.getAttribute(bean("Monitor", queue), name);
        } catch (JMException e) {
            throw refused(queue, e);
        }
    }

    private ObjectName bean(String kind, String queue) throws MalformedObjectNameException {
        return new ObjectName(DESTINATIONS + "subtype=" + kind + ",name=" + ObjectName.quote(names.atBroker(queue)));
    }

    private OperationalException refused(String queue, JMException e) {
        return new OperationalException(
                "The broker does not respond to questions about the queue '" + names.atBroker(queue) + "': "
                        + e.getMessage(),
                e);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return browsing.waiting(queue, most);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        return browsing.waiting(queue, most, mayGoOn);
    }

    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        return browsing.find(queue, taskId);
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        throw new UnsupportedOperationException(
                "OpenMQ counts the messages that wait for their time, but cannot list them");
    }

    @Override
    public void pause(String queue) {
        invoke(queue, "pause", new Object[] {CONSUMERS}, new String[] {String.class.getName()});
    }

    @Override
    public void resume(String queue) {
        invoke(queue, "resume", new Object[0], new String[0]);
    }

    private void invoke(String queue, String operation, Object[] parameters, String[] types) {
        try {
            beans.invoke(bean("Config", queue), operation, parameters, types);
        } catch (JMException e) {
            throw refused(queue, e);
        }
    }

    @Override
    public boolean remove(String queue, String taskId) {
        throw new UnsupportedOperationException("OpenMQ can only remove all messages of a queue, not a single one");
    }
}
