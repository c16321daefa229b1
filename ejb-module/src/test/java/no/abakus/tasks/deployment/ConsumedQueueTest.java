package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import java.util.Optional;
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
        assertThat(ConsumedQueue.of(MailQueue.class))
                .contains(new ConsumedQueue("mail", "java:app/jms/mail", Optional.of("abakus.mail")));
    }

    @Test
    void a_queue_without_a_name_at_the_broker_has_that_of_its_lookup() {
        assertThat(ConsumedQueue.of(DefaultQueue.class))
                .contains(new ConsumedQueue("default", "java:app/jms/abakus/default", Optional.empty()));
    }

    @Test
    void a_queue_that_is_defined_elsewhere_is_not_known() {
        assertThat(ConsumedQueue.of(DefinedElsewhere.class)).isEmpty();
        assertThat(ConsumedQueue.of(NoBean.class)).isEmpty();
    }
}
