package no.abakus.tasks.result;

import java.time.Duration;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.spi.TaskMessage;

/**
 * What is to be kept of one execution.
 *
 * @param value whether somebody wants the result, so that everything is kept
 * @param completion whether at least its end is kept, so that what follows it is sent once
 * @param attributes what the task says of itself
 */
public record Tracking(boolean value, boolean completion, ResultAttributes attributes) {

    /** What this message wants kept, of a task with these attributes. */
    public static Tracking of(TaskMessage message, ResultAttributes attributes) {
        boolean value = !message.ignoreResult().orElse(attributes.ignore());
        return new Tracking(value, value || !message.followUps().isEmpty(), attributes);
    }

    /** The same, and at least its end is kept. */
    public Tracking keepingEnd() {
        return new Tracking(value, true, attributes);
    }

    /** The same, and what it fails by is kept, whether or not anybody wants its result. */
    public Tracking keepingFailure() {
        ResultAttributes all = new ResultAttributes(
                attributes.ignore(), true, attributes.trackStarted(), attributes.trail(), attributes.retention());
        return new Tracking(value, true, all);
    }

    /** Whether that it came to this state is kept. */
    public boolean keeps(TaskState state) {
        return completion || (state == TaskState.FAILURE && attributes.storeErrorsEvenIfIgnored());
    }

    /** Whether the exception that it failed by is kept, or the one that it is run again for. */
    boolean keepsFailure() {
        return value || attributes.storeErrorsEvenIfIgnored();
    }

    boolean keepsStart() {
        return value && attributes.trackStarted();
    }

    /** Whether the ids of its children are kept. */
    public boolean keepsChildren() {
        return value && attributes.trail();
    }

    Duration retention(Duration otherwise) {
        return attributes.retention().orElse(otherwise);
    }
}
