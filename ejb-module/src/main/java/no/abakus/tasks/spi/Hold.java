package no.abakus.tasks.spi;

import java.time.Instant;

/**
 * Says that a task waits at the broker for its turn, because of a rate limit. It is delivered at {@code until} and
 * begins at {@code slot}. Its eta stays as the sender set it.
 *
 * @param until when the broker is to deliver it
 * @param slot its turn, at or after {@code until}
 * @param grant the limit that the turn belongs to, and who granted it; a turn of a limit that no longer applies is void
 */
public record Hold(Instant until, Instant slot, String grant) {}
