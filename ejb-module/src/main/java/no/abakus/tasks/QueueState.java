package no.abakus.tasks;

import java.util.OptionalLong;

/**
 * What the broker says of a queue; a number that this broker does not tell is empty.
 *
 * @param queue its name, as tasks call it
 * @param waiting how many messages wait to be delivered now
 * @param scheduled how many wait for their time
 * @param delivering how many were handed to listeners, and are not acknowledged
 * @param consumers how many listeners there are, of all nodes
 * @param paused whether it is paused
 */
public record QueueState(
        String queue,
        OptionalLong waiting,
        OptionalLong scheduled,
        OptionalLong delivering,
        OptionalLong consumers,
        boolean paused) {

    /** A queue that holds nothing and that nobody listens to, as one is that the broker has yet to make. */
    public static QueueState empty(String queue) {
        OptionalLong none = OptionalLong.of(0);
        return new QueueState(queue, none, none, none, none, false);
    }
}
