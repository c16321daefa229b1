package no.abakus.tasks.spi;

import java.lang.reflect.Type;

/** Writes and reads the arguments of calls. Thread-safe. Celery: a serializer in kombu's registry. */
public interface TaskSerializer {

    /** The name that calls use, such as {@code json}. */
    String name();

    /**
     * The format it writes, such as {@code application/json}; a message is read by the serializer of its content type.
     */
    String contentType();

    /**
     * Writes arguments.
     *
     * @throws no.abakus.tasks.TaskArgumentException if a value cannot be written
     */
    MessageBody write(TaskArguments arguments);

    /**
     * Reads arguments as these types. A body that was written as text may arrive as its UTF-8 bytes, because it was
     * compressed on the way or another program sent it like that.
     *
     * @throws UnreadableMessageException if the body is broken, or a value does not fit its parameter
     */
    TaskArguments read(MessageBody body, ParameterTypes types) throws UnreadableMessageException;

    /**
     * The value as a worker would receive it if it were sent to a parameter of this type.
     *
     * @throws IllegalArgumentException if it does not fit the type
     */
    Object convert(Object value, Type type);
}
