package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.operate.HeldTask;

/**
 * Marks a task that waits at the broker for its turn under a rate limit. The task is delivered at {@code until} and
 * starts at {@code slot}. Its eta does not change.
 *
 * @param until when the broker must deliver it
 * @param slot its turn, at or after {@code until}
 * @param grant the limit that the turn belongs to, and who granted the turn; the turn is void if that limit no longer
 *     applies
 * @param since when it was first sent back for this reason; empty if that is unknown
 */
public record Hold(Instant until, Instant slot, String grant, Optional<Instant> since) {

    /** A hold that begins when the message is sent back. */
    public Hold(Instant until, Instant slot, String grant) {
        this(until, slot, grant, Optional.empty());
    }

    /** The same hold of a message that had the earlier hold, if any: if the reason is the same, it goes on. */
    Hold after(Optional<Hold> earlier, Instant now) {
        Instant begun = earlier.filter(hold -> hold.reason().equals(reason()))
                .flatMap(Hold::since)
                .orElse(now);
        return new Hold(until, slot, grant, Optional.of(begun));
    }

    private String reason() {
        return HeldTask.of(grant, slot, Optional.empty(), since).reason();
    }
}
