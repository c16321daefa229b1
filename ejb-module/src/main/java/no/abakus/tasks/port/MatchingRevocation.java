package no.abakus.tasks.port;

import java.time.Instant;
import no.abakus.tasks.operate.Revocable;

/**
 * A request not to run matching tasks.
 *
 * @param match selects the tasks
 * @param terminate whether to interrupt matching tasks that are already running
 * @param at when the request was made
 * @param sentUntil tasks sent after this may run
 * @param expiresAt when the request may be deleted
 */
public record MatchingRevocation(
        Revocable.Matching match, boolean terminate, Instant at, Instant sentUntil, Instant expiresAt) {

    /** Whether the other request selects tasks by the same value. */
    public boolean isAboutTheSameAs(MatchingRevocation other) {
        return match.by() == other.match.by()
                && match.name().equals(other.match.name())
                && match.value().equals(other.match.value());
    }
}
