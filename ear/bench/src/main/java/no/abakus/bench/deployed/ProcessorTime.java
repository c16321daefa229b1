package no.abakus.bench.deployed;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The processor time that this server has used. Other processes on the machine disturb this figure less than they
 * disturb elapsed times.
 */
final class ProcessorTime {

    long nanos() {
        try {
            // Reads the attribute by name, because the bean's own type is not visible to deployments.
            return (Long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime");
        } catch (JMException e) {
            throw new IllegalStateException("This JVM does not report its processor time; HotSpot does", e);
        }
    }
}
