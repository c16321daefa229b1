package no.abakus.tasks.spi;

import java.lang.reflect.Type;

/** Writes and reads the arguments of calls. Thread-safe. Celery: a serializer of kombu's registry. */
public interface TaskSerializer {

    /** The name by which calls choose it, such as {@code json}. */
    String name();

    /** What it writes, such as {@code application/json}; a message says so, and is read by the serializer of its type. */
    String contentType();

    /**
     * Writes arguments.
     *
     * @throws no.abakus.tasks.TaskArgumentException if a value cannot be written
     */
    MessageBody write(TaskArguments arguments);

    /**
     * Reads arguments as these types. A body that was written as text may come as its bytes in UTF-8: if it was compressed
     * on the way, or a stranger sent it so.
     *
     * @throws UnreadableMessageException if the body is broken, or a value does not fit its parameter
     */
    TaskArguments read(MessageBody body, ParameterTypes types) throws UnreadableMessageException;

    /**
     * The value as a worker would get it if it were sent to a parameter of this type.
     *
     * @throws IllegalArgumentException if it does not fit the type
     */
    Object convert(Object value, Type type);
}
