package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Puts a task into a JMS message. */
final class MessageWriter {

    private MessageWriter() {}

    static Message write(TaskMessage task, Route route, JMSContext jms) throws JMSException {
        Message message = body(task.body(), jms);
        message.setJMSType(task.task());
        message.setJMSCorrelationID(task.id());
        message.setIntProperty(WireFormat.VERSION_PROPERTY, WireFormat.VERSION);
        message.setStringProperty(WireFormat.ID, task.id());
        message.setStringProperty(WireFormat.TASK, task.task());
        message.setStringProperty(WireFormat.ROOT_ID, task.rootId());
        message.setStringProperty(WireFormat.ORIGIN, task.origin());
        message.setStringProperty(WireFormat.CONTENT_TYPE, task.contentType());
        if (task.parentId().isPresent()) {
            message.setStringProperty(WireFormat.PARENT_ID, task.parentId().get());
        }
        if (task.retries() > 0) {
            message.setIntProperty(WireFormat.RETRIES, task.retries());
        }
        if (task.eta().isPresent()) {
            message.setStringProperty(WireFormat.ETA, task.eta().get().toString());
        }
        if (task.summary().isPresent()) {
            message.setStringProperty(WireFormat.ARGUMENTS, task.summary().get());
        }
        if (task.hold().isPresent()) {
            Hold hold = task.hold().get();
            message.setStringProperty(WireFormat.HOLD_UNTIL, hold.until().toString());
            message.setStringProperty(WireFormat.HOLD_SLOT, hold.slot().toString());
            message.setStringProperty(WireFormat.HOLD_GRANT, hold.grant());
        }
        if (task.ignoreResult().isPresent()) {
            message.setBooleanProperty(
                    WireFormat.IGNORE_RESULT, task.ignoreResult().get());
        }
        if (task.followUps().link().isPresent()) {
            message.setStringProperty(WireFormat.LINK, task.followUps().link().get());
        }
        if (task.followUps().linkError().isPresent()) {
            message.setStringProperty(
                    WireFormat.LINK_ERROR, task.followUps().linkError().get());
        }
        ContextProperties.write(task.context(), message);
        ExtraProperties.write(task, route, message, jms);
        return message;
    }

    private static Message body(MessageBody body, JMSContext jms) throws JMSException {
        if (body instanceof MessageBody.Text text) {
            return jms.createTextMessage(text.text());
        }
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(((MessageBody.Binary) body).bytes());
        return message;
    }
}
