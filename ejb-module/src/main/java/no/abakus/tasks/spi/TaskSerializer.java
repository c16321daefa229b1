package no.abakus.tasks.spi;

import java.lang.reflect.Type;

/** Writes and reads the arguments of calls. Thread-safe. Celery: a serializer in kombu's registry. */
public interface TaskSerializer {

    /** Returns the name that calls use, such as {@code json}. */
    String name();

    /**
     * Returns the content type that the serializer writes, such as {@code application/json}. A message is read by the
     * serializer that has the message's content type.
     */
    String contentType();

    /**
     * Writes arguments.
     *
     * @throws no.abakus.tasks.TaskArgumentException if a value cannot be written
     */
    MessageBody write(TaskArguments arguments);

    /**
     * Reads arguments as these types. A body that was written as text may arrive as UTF-8 bytes, if it was compressed
     * or another program sent it that way.
     *
     * @throws UnreadableMessageException if the body is corrupt, or a value does not fit its parameter
     */
    TaskArguments read(MessageBody body, ParameterTypes types) throws UnreadableMessageException;

    /**
     * Converts the value as if it had been sent to a parameter of this type.
     *
     * @throws IllegalArgumentException if the value does not fit the type
     */
    Object convert(Object value, Type type);
}
