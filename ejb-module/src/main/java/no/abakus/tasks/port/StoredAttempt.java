package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored execution that asked to be run again.
 *
 * @param id the task's id
 * @param retries how often the task had asked before
 * @param worker the node that ran it
 * @param startedAt when it began
 * @param endedAt when it asked
 * @param nextAt when the next execution was due
 * @param cause a {@link no.abakus.tasks.TaskFailure}, if it gave a cause
 */
public record StoredAttempt(
        String id,
        int retries,
        String worker,
        Instant startedAt,
        Instant endedAt,
        Instant nextAt,
        Optional<StoredValue> cause) {}
