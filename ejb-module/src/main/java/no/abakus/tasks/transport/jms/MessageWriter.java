package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Writes a task to a JMS message. */
final class MessageWriter {

    private MessageWriter() {}

    static Message write(TaskMessage task, Route route, JMSContext jms, QueueNames names) throws JMSException {
        Message message = body(task.body(), jms);
        // These two headers are for people who look at the broker. A worker reads the task's name and id from the
        // properties. A header is left out if OpenMQ would refuse its characters.
        if (KeyText.fitsHeader(task.task())) {
            message.setJMSType(task.task());
        }
        if (KeyText.fitsHeader(task.id())) {
            message.setJMSCorrelationID(task.id());
        }
        message.setIntProperty(WireFormat.VERSION_PROPERTY, WireFormat.VERSION);
        message.setStringProperty(WireFormat.ID, task.id());
        message.setStringProperty(WireFormat.TASK, task.task());
        message.setStringProperty(WireFormat.ROOT_ID, task.rootId());
        message.setStringProperty(WireFormat.ORIGIN, task.origin());
        message.setStringProperty(WireFormat.CONTENT_TYPE, task.contentType());
        if (task.token().isPresent()) {
            message.setStringProperty(WireFormat.TOKEN, task.token().get());
        }
        if (task.summary().isPresent()) {
            message.setStringProperty(WireFormat.ARGUMENTS, task.summary().get());
        }
        ContextProperties.write(task.context(), message);
        RareProperties.write(task, route, message, jms, names);
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
