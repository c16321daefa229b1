package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.operate.HeldTask;

/**
 * Marks a task that waits at the broker, for example for its turn under a rate limit. The task is delivered at
 * {@code until} and starts at {@code slot}. Its eta does not change.
 *
 * @param until when the broker must deliver the task
 * @param slot the task's turn, at or after {@code until}
 * @param grant the rate limit that the turn belongs to, and who granted the turn; the turn is void if that limit no
 *     longer applies. If the task waits for another reason, the reason's name, such as {@code paused}
 * @param since when the task was first sent back for this reason; empty if unknown
 */
public record Hold(Instant until, Instant slot, String grant, Optional<Instant> since) {

    /** Creates a hold that begins when the message is sent back. */
    public Hold(Instant until, Instant slot, String grant) {
        this(until, slot, grant, Optional.empty());
    }

    /**
     * Returns this hold with its beginning. That is the beginning of the earlier hold if the reason is the same, and
     * otherwise now.
     */
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
