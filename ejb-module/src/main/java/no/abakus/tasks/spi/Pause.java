package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Locale;

/**
 * A pause of a queue or a task name. The tasks in the queue, or with the name, must not start until they are resumed.
 *
 * @param of whether a queue or a task is paused
 * @param name the name of the queue or task
 * @param at when the pause started
 */
public record Pause(Of of, String name, Instant at) {

    /** What can be paused. */
    public enum Of {
        /** A queue, by the name that tasks use. */
        QUEUE,
        /** A task's name. */
        TASK;

        /** Returns the name used in messages to people. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
