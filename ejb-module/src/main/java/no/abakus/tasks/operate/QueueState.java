package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A queue's state as the broker reports it. Numbers that this broker does not report are empty.
 *
 * @param queue its name, as tasks use it
 * @param waiting how many messages are ready to be delivered
 * @param scheduled how many messages are not due yet
 * @param delivering how many messages were delivered to listeners and are not acknowledged yet
 * @param consumers how many listeners there are, on all nodes
 * @param paused whether it is paused
 * @param oldest when the message that will be delivered next was sent; empty if no message waits or this broker does
 *     not report it
 */
public record QueueState(
        String queue,
        OptionalLong waiting,
        OptionalLong scheduled,
        OptionalLong delivering,
        OptionalLong consumers,
        boolean paused,
        Optional<Instant> oldest) {

    /** Creates a state without the time of the oldest message. */
    public QueueState(
            String queue,
            OptionalLong waiting,
            OptionalLong scheduled,
            OptionalLong delivering,
            OptionalLong consumers,
            boolean paused) {
        this(queue, waiting, scheduled, delivering, consumers, paused, Optional.empty());
    }

    /** Returns this state under another queue name. */
    public QueueState under(String name) {
        return new QueueState(name, waiting, scheduled, delivering, consumers, paused, oldest);
    }

    /** Returns the state of an empty queue without listeners, such as a queue that the broker has not created yet. */
    public static QueueState empty(String queue) {
        OptionalLong none = OptionalLong.of(0);
        return new QueueState(queue, none, none, none, none, false);
    }
}
