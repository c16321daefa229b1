package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored execution that ended in a retry.
 *
 * @param id the task's id
 * @param retries how many times the task had been retried
 * @param worker the node that ran it
 * @param startedAt when it started
 * @param endedAt when it ended
 * @param nextAt when the next execution was due
 * @param cause the cause of the retry as a {@link no.abakus.tasks.TaskFailure}, if there is one
 */
public record StoredAttempt(
        String id,
        int retries,
        String worker,
        Instant startedAt,
        Instant endedAt,
        Instant nextAt,
        Optional<StoredValue> cause) {}
