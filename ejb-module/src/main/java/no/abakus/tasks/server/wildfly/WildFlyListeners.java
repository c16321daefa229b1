package no.abakus.tasks.server.wildfly;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ListenerSwitch;

/**
 * Starts and stops message-driven beans as WildFly's {@code start-delivery} and {@code stop-delivery} do. Thread-safe.
 */
final class WildFlyListeners implements ListenerSwitch {

    private static final String KIND = "message-driven-bean";
    private static final String DEPLOYMENT_MODULE = "deployment.";

    private final MBeanServer beans;
    private final String module;
    private final Map<String, Set<String>> classes;
    private final Map<String, List<ObjectName>> known = new ConcurrentHashMap<>();

    /** Creates a switch for the listeners of these classes in the caller's own deployment. The map keys are queues. */
    static WildFlyListeners ofThisDeployment(Map<String, Set<String>> classes) {
        String module = WildFlyListeners.class.getClassLoader().getName();
        return new WildFlyListeners(ManagementFactory.getPlatformMBeanServer(), module == null ? "" : module, classes);
    }

    /**
     * Creates a switch for the listeners of these classes in the deployment of a class loader.
     *
     * @param module the class loader's name: {@code deployment.shop.ear.abakus-tasks.jar} in {@code shop.ear}
     */
    WildFlyListeners(MBeanServer beans, String module, Map<String, Set<String>> classes) {
        this.beans = beans;
        this.module = module;
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
            throw new UnsupportedOperationException("No listener of the queue '" + queue
                    + "' can be started or stopped here. Only listeners of these" + " queues can: " + queues());
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

    /** The beans of this queue. */
    private List<ObjectName> listeners(String queue) {
        List<ObjectName> found = known.get(queue);
        if (found == null || found.stream().anyMatch(bean -> attribute(bean, "componentClassName") == null)) {
            found = search(queue);
            // While the application is being deployed, some beans may be missing.
            if (found.size() < classes.getOrDefault(queue, Set.of()).size()) {
                known.remove(queue);
            } else {
                known.put(queue, found);
            }
        }
        return found;
    }

    /**
     * Searches for the beans of this queue. This is done rarely, because the server searches its whole management
     * model, which takes seconds when the server is busy.
     */
    private List<ObjectName> search(String queue) {
        Set<String> wanted = classes.getOrDefault(queue, Set.of());
        List<ObjectName> found = new ArrayList<>();
        try {
            for (ObjectName bean : beans.queryNames(new ObjectName("jboss.as:subsystem=ejb3,*"), null)) {
                if (bean.getKeyProperty(KIND) != null
                        && isOwn(bean.getKeyProperty("deployment"))
                        && wanted.contains(String.valueOf(attribute(bean, "componentClassName")))) {
                    found.add(bean);
                }
            }
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("The pattern of the listeners' names must be well-formed", e);
        }
        return found;
    }

    /**
     * Whether the bean belongs to this application. Another application on the server may have beans of the same
     * classes.
     */
    private boolean isOwn(String deployment) throws MalformedObjectNameException {
        Object file = attribute(new ObjectName("jboss.as:deployment=" + deployment), "runtimeName");
        return module.equals(DEPLOYMENT_MODULE + file) || module.startsWith(DEPLOYMENT_MODULE + file + ".");
    }

    private Object attribute(ObjectName bean, String name) {
        try {
            return beans.getAttribute(bean, name);
        } catch (JMException e) {
            return null;
        }
    }
}
