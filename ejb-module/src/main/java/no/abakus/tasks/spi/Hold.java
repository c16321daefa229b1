package no.abakus.tasks.spi;

import java.time.Instant;

/**
 * Marks a task that waits at the broker for its turn under a rate limit. The task is delivered at {@code until} and
 * starts at {@code slot}. Its eta does not change.
 *
 * @param until when the broker must deliver it
 * @param slot its turn, at or after {@code until}
 * @param grant the limit that the turn belongs to, and who granted the turn; the turn is void if that limit no longer
 *     applies
 */
public record Hold(Instant until, Instant slot, String grant) {}
