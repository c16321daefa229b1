package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import no.abakus.tasks.transport.jms.DefaultQueue;
import no.abakus.tasks.transport.jms.TaskListener;
import org.junit.jupiter.api.Test;

/** Which queue a listener consumes is read from its annotations. */
class ConsumedQueueTest {

    @JMSDestinationDefinition(
            name = "java:app/jms/mail",
            interfaceName = "jakarta.jms.Queue",
            destinationName = "abakus.mail")
    @MessageDriven(
            activationConfig =
                    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/mail"))
    static class MailQueue extends TaskListener {}

    @MessageDriven(
            activationConfig =
                    @ActivationConfigProperty(
                            propertyName = "destinationLookup",
                            propertyValue = "java:global/jms/theirs"))
    static class DefinedElsewhere extends TaskListener {}

    static class NoBean extends TaskListener {}

    @Test
    void a_listener_that_declares_its_queue_consumes_it() {
        assertThat(ConsumedQueue.of(MailQueue.class)).contains("abakus.mail");
    }

    @Test
    void of_several_declared_queues_the_one_that_is_looked_up_is_consumed() {
        assertThat(ConsumedQueue.of(DefaultQueue.class)).contains("abakus.default");
    }

    @Test
    void a_queue_that_is_defined_elsewhere_is_not_known() {
        assertThat(ConsumedQueue.of(DefinedElsewhere.class)).isEmpty();
        assertThat(ConsumedQueue.of(NoBean.class)).isEmpty();
    }
}
