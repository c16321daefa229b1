package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Locale;

/**
 * That tasks of a queue, or of a name, are not to begin until somebody resumes them.
 *
 * @param of what kind of thing is paused
 * @param name its name
 * @param at since when
 */
public record Pause(Of of, String name, Instant at) {

    /** What can be paused. */
    public enum Of {
        /** A queue, as tasks call it. */
        QUEUE,
        /** A task's name. */
        TASK;

        /** As it stands in texts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
