package no.abakus.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * An execution that ended in a retry, as it is stored with the task's result.
 *
 * @param retries how many times the task had been retried before this execution; 0 for the first execution
 * @param worker the node that ran the execution
 * @param startedAt when the execution started
 * @param endedAt when the execution ended
 * @param nextAt when the next execution was due
 * @param cause the cause of the retry, if there is one
 */
public record TaskAttempt(
        int retries, String worker, Instant startedAt, Instant endedAt, Instant nextAt, Optional<TaskFailure> cause) {}
