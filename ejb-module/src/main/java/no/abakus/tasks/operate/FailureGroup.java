package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * Failures of one task that are alike: exceptions of the same types at the same place, or rejections for the same
 * reason.
 *
 * @param id its id, a hash that is the same on all nodes
 * @param task the task's name
 * @param errorType the class of the exception, or the code of the rejection
 * @param frame the innermost stack frame of the application, if there is one
 * @param sampleId the id of the task that failed last
 * @param firstAt when the first failure happened
 * @param lastAt when the last failure happened
 * @param total how many failures there were
 * @param note an operator's note
 * @param mutedUntil the time until which operators do not want to see the group
 */
public record FailureGroup(
        String id,
        String task,
        String errorType,
        Optional<String> frame,
        String sampleId,
        Instant firstAt,
        Instant lastAt,
        long total,
        Optional<String> note,
        Optional<Instant> mutedUntil) {

    /** Returns this group plus the failures of an earlier part of the same group. */
    public FailureGroup with(FailureGroup earlier) {
        return new FailureGroup(
                id, task, errorType, frame, sampleId, earlier.firstAt, lastAt, total + earlier.total, note, mutedUntil);
    }
}
