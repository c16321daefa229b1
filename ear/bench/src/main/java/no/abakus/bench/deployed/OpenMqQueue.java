package no.abakus.bench.deployed;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** A queue of the OpenMQ broker in this process. Its consumers can be paused while the queue is filled. */
final class OpenMqQueue {

    private final String name;

    OpenMqQueue(String name) {
        this.name = name;
    }

    void hold() {
        invoke("pause", new Object[] {"CONSUMERS"}, new String[] {String.class.getName()});
    }

    void release() {
        invoke("resume", new Object[0], new String[0]);
    }

    void clear() {
        invoke("purge", new Object[0], new String[0]);
    }

    private void invoke(String operation, Object[] arguments, String[] types) {
        try {
            ObjectName bean =
                    new ObjectName("com.sun.messaging.jms.server:type=Destination,subtype=Config,desttype=q,name="
                            + ObjectName.quote(name));
            ManagementFactory.getPlatformMBeanServer().invoke(bean, operation, arguments, types);
        } catch (JMException e) {
            throw new IllegalStateException("OpenMQ did not " + operation + " the queue " + name, e);
        }
    }
}
