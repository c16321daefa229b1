package no.abakus.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * An execution of a task that asked to be run again, as it is stored with the task's result.
 *
 * @param retries how often the task had asked before: 0 for the first execution
 * @param worker the node that ran it
 * @param startedAt when it began
 * @param endedAt when it asked
 * @param nextAt when the next execution was due
 * @param cause why it asked, if it gave a cause
 */
public record TaskAttempt(
        int retries, String worker, Instant startedAt, Instant endedAt, Instant nextAt, Optional<TaskFailure> cause) {}
