package no.abakus.tasks.control;

import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.registry.OneParameter;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Encodes the messages between nodes as JSON. Each value is written as the single argument of a message body, so the
 * value is converted like a task argument. Thread-safe.
 */
final class ControlCodec {

    private final TaskSerializer json;

    ControlCodec(TaskSerializer json) {
        this.json = json;
    }

    String write(Object value) {
        MessageBody body = json.write(new TaskArguments(Collections.singletonList(value), Map.of()));
        return ((MessageBody.Text) body).text();
    }

    /**
     * Decodes a value of this type.
     *
     * @throws UnreadableMessageException if the text is not a value of this type
     */
    Object read(String text, Type type) throws UnreadableMessageException {
        List<Object> values =
                json.read(new MessageBody.Text(text), new OneParameter(type)).args();
        if (values.size() != 1) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "A node sent " + values.size() + " values; one was expected");
        }
        return values.get(0);
    }
}
