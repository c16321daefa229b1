package no.abakus.tasks.result;

import java.time.Duration;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The parts of an execution that are recorded.
 *
 * @param value whether the result is wanted. If so, the outcome, its value and each retry are recorded. The task's own
 *     settings decide whether its start and its children are recorded, too
 * @param completion whether at least the outcome is recorded, so that the tasks that follow are sent only once
 * @param attributes the task's own settings
 */
public record Tracking(boolean value, boolean completion, ResultAttributes attributes) {

    /** Returns the parts to record for this message, for a task with these attributes. */
    public static Tracking of(TaskMessage message, ResultAttributes attributes) {
        boolean value = !message.ignoreResult().orElse(attributes.ignore());
        return new Tracking(value, value || !message.followUps().isEmpty(), attributes);
    }

    /** Returns these parts and at least the outcome. */
    public Tracking keepingEnd() {
        return new Tracking(value, true, attributes);
    }

    /** Returns these parts and a failure, whether or not the result is wanted. */
    public Tracking keepingFailure() {
        ResultAttributes all = new ResultAttributes(
                attributes.ignore(),
                true,
                attributes.trackStarted(),
                attributes.trail(),
                attributes.retention(),
                attributes.keepFailed());
        return new Tracking(value, true, all);
    }

    /** Whether reaching this state is recorded. */
    public boolean keeps(TaskState state) {
        return completion || (state == TaskState.FAILURE && attributes.storeErrorsEvenIfIgnored());
    }

    /** Whether the exception is recorded, after a failure or before a retry. */
    boolean keepsFailure() {
        return value || attributes.storeErrorsEvenIfIgnored();
    }

    boolean keepsStart() {
        return value && attributes.trackStarted();
    }

    /** Whether the ids of the task's children are recorded. */
    public boolean keepsChildren() {
        return value && attributes.trail();
    }

    Duration retention(Duration otherwise) {
        return attributes.retention().orElse(otherwise);
    }
}
