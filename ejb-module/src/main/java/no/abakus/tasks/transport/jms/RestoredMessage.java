package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;

/** Prepares a dead letter to be sent again: removes the reason and the counts of earlier returns. */
final class RestoredMessage {

    private RestoredMessage() {}

    static void revive(Message message) throws JMSException {
        Map<String, Object> kept = AddedProperties.settable(message);
        kept.keySet().removeIf(name -> name.startsWith("abakus_dead_") || name.startsWith("abakus_return"));
        AddedProperties.replace(message, kept);
    }
}
