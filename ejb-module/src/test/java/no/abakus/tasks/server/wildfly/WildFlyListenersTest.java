package no.abakus.tasks.server.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names and attributes are those that WildFly 39 shows. */
class WildFlyListenersTest {

    private static final Map<String, Set<String>> CLASSES = Map.of("default", Set.of("no.abakus.DefaultQueue"));

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final FakeListener ours = new FakeListener();
    private final FakeListener theirs = new FakeListener();

    @BeforeEach
    void twoApplicationsWithTheSameClasses() throws JMException {
        register("deployment=shop.ear", new FakeDeployment("shop.ear"));
        register("deployment=shop.ear.v2", new FakeDeployment("billing.war"));
        register(listener("shop.ear,subdeployment=abakus-tasks.jar"), ours);
        register(listener("shop.ear.v2"), theirs);
    }

    @Test
    void onlyTheListenersOfTheOwnDeploymentAreStopped() {
        var listeners = new WildFlyListeners(server, "deployment.shop.ear.abakus-tasks.jar", CLASSES);

        listeners.turn("default", false);

        assertThat(listeners.isConsuming("default")).isFalse();
        assertThat(ours.isdeliveryActive()).isFalse();
        assertThat(theirs.isdeliveryActive()).isTrue();
    }

    @Test
    void aDeploymentIsKnownByItsFileAndNotByTheNameItIsManagedUnder() {
        var listeners = new WildFlyListeners(server, "deployment.billing.war", CLASSES);

        listeners.turn("default", false);

        assertThat(ours.isdeliveryActive()).isTrue();
        assertThat(theirs.isdeliveryActive()).isFalse();
    }

    @Test
    void anApplicationWhoseNameBeginsAlikeIsAnotherOne() {
        var listeners = new WildFlyListeners(server, "deployment.shop.ear-2.war", CLASSES);

        assertThat(listeners.queues()).isEmpty();
        assertThatThrownBy(() -> listeners.turn("default", false)).isInstanceOf(UnsupportedOperationException.class);
    }

    private void register(String properties, Object bean) throws JMException {
        server.registerMBean(bean, new ObjectName("jboss.as:" + properties));
    }

    private static String listener(String deployment) {
        return "deployment=" + deployment + ",subsystem=ejb3,message-driven-bean=DefaultQueue";
    }

    // WildFly's attributes begin with a small letter; a bean's attribute is what follows "get" or "is".
    public interface FakeDeploymentMXBean {

        String getruntimeName();
    }

    public record FakeDeployment(String runtimeName) implements FakeDeploymentMXBean {

        @Override
        public String getruntimeName() {
            return runtimeName;
        }
    }

    public interface FakeListenerMXBean {

        String getcomponentClassName();

        boolean isdeliveryActive();

        void startDelivery();

        void stopDelivery();
    }

    public static final class FakeListener implements FakeListenerMXBean {

        private boolean active = true;

        @Override
        public String getcomponentClassName() {
            return "no.abakus.DefaultQueue";
        }

        @Override
        public boolean isdeliveryActive() {
            return active;
        }

        @Override
        public void startDelivery() {
            active = true;
        }

        @Override
        public void stopDelivery() {
            active = false;
        }
    }
}
