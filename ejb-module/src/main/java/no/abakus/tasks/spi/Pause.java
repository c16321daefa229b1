package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Locale;

/**
 * Says that tasks of a queue, or of a name, must not begin until they are resumed.
 *
 * @param of what kind of thing is paused
 * @param name its name
 * @param at since when
 */
public record Pause(Of of, String name, Instant at) {

    /** What can be paused. */
    public enum Of {
        /** A queue, by the name that tasks use. */
        QUEUE,
        /** A task's name. */
        TASK;

        /** The name used in texts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
