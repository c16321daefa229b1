package no.abakus.tasks.spi;

import java.time.Instant;

/**
 * That a task waits for its turn at the broker, because of a rate limit. It is delivered at {@code until} and begins at its
 * slot; its eta stays what its sender said.
 *
 * @param until when the broker is to deliver it
 * @param slot its turn, at or after {@code until}
 * @param grant which limit the turn is of, and who gave it: a turn of a limit that no longer holds is void
 */
public record Hold(Instant until, Instant slot, String grant) {}
