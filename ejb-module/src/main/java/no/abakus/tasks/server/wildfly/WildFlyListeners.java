package no.abakus.tasks.server.wildfly;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.spi.ListenerSwitch;

/** Starts and stops message-driven beans as WildFly's {@code start-delivery} and {@code stop-delivery} do. Thread-safe. */
public final class WildFlyListeners implements ListenerSwitch {

    private static final String KIND = "message-driven-bean";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final Map<String, Set<String>> classes;

    /** The listeners of these classes, by their queues. */
    public WildFlyListeners(Map<String, Set<String>> classes) {
        this.classes = Map.copyOf(classes);
    }

    @Override
    public Set<String> queues() {
        Set<String> switchable = new TreeSet<>();
        for (String queue : classes.keySet()) {
            if (!listeners(queue).isEmpty()) {
                switchable.add(queue);
            }
        }
        return switchable;
    }

    @Override
    public boolean isConsuming(String queue) {
        return listeners(queue).stream().allMatch(bean -> Boolean.TRUE.equals(attribute(bean, "deliveryActive")));
    }

    @Override
    public void turn(String queue, boolean on) {
        List<ObjectName> listeners = listeners(queue);
        if (listeners.isEmpty()) {
            throw new UnsupportedOperationException(
                    "No listener of the queue '" + queue + "' can be switched; those of " + queues() + " can");
        }
        for (ObjectName listener : listeners) {
            try {
                beans.invoke(listener, on ? "startDelivery" : "stopDelivery", new Object[0], new String[0]);
            } catch (JMException e) {
                throw new OperationalException(
                        "The listener " + listener.getKeyProperty(KIND) + " could not be "
                                + (on ? "started" : "stopped") + ": " + e.getMessage(),
                        e);
            }
        }
    }

    /** Found anew each time, for the beans come and go with their deployment. Another server has none of these names. */
    private List<ObjectName> listeners(String queue) {
        Set<String> wanted = classes.getOrDefault(queue, Set.of());
        List<ObjectName> found = new ArrayList<>();
        try {
            for (ObjectName bean : beans.queryNames(new ObjectName("jboss.as:subsystem=ejb3,*"), null)) {
                if (bean.getKeyProperty(KIND) != null
                        && wanted.contains(String.valueOf(attribute(bean, "componentClassName")))) {
                    found.add(bean);
                }
            }
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The pattern of the listeners' names is well-formed", e);
        }
        return found;
    }

    private Object attribute(ObjectName bean, String name) {
        try {
            return beans.getAttribute(bean, name);
        } catch (JMException e) {
            return null;
        }
    }
}
