package no.abakus.tasks.worker;

import no.abakus.tasks.Acks;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.registry.AckAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Describes the executions that share a line of steps.
 *
 * @param task their task
 * @param isPlain whether their messages carry no options of the call and are delivered for the first time
 */
record LineTraits(TaskDefinition task, boolean isPlain) {

    /** Whether the delivery can go through the line for plain messages. */
    static boolean isPlain(Delivery delivery, Suspects suspects) {
        TaskMessage message = delivery.message();
        return message.extras().equals(MessageExtras.NONE)
                && message.followUps().isEmpty()
                && message.ignoreResult().isEmpty()
                && !suspects.concerns(delivery);
    }

    AckAttributes ackAttributes() {
        return task.attributes().acks();
    }

    Acks acks() {
        return ackAttributes().acks();
    }
}
