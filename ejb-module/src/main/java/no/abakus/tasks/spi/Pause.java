package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Locale;

/**
 * A pause: the tasks of a queue, or with a name, must not start until they are resumed.
 *
 * @param of whether a queue or a task is paused
 * @param name its name
 * @param at when the pause started
 */
public record Pause(Of of, String name, Instant at) {

    /** What can be paused. */
    public enum Of {
        /** A queue, by the name that tasks use. */
        QUEUE,
        /** A task's name. */
        TASK;

        /** The name used in messages to people. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
