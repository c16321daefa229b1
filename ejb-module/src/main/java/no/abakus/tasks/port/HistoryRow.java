package no.abakus.tasks.port;

import java.util.Optional;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;

/**
 * An ended execution on its way into the history.
 *
 * @param ended the execution
 * @param evidence the evidence that is also kept; empty unless the execution failed or is retried
 */
public record HistoryRow(EndedTask ended, Optional<HistoryEvidence> evidence) {

    /** Returns the group of this failure, as if the group had no other failures; empty if this is no failure. */
    public Optional<FailureGroup> group() {
        return ended.group()
                .map(id -> new FailureGroup(
                        id,
                        ended.task(),
                        evidence.map(HistoryEvidence::errorType).orElse(""),
                        evidence.flatMap(HistoryEvidence::frame),
                        ended.taskId(),
                        ended.endedAt(),
                        ended.endedAt(),
                        1,
                        Optional.empty(),
                        Optional.empty()));
    }
}
