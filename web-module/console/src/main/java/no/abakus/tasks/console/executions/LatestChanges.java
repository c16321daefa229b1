package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.TaskHistory;

/** Finds out who made a change. Only the latest changes that users of the console made are looked at. */
final class LatestChanges {

    /** The time of a change and the time of its record may come from the clocks of two nodes. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private static final Duration TAKES_AT_MOST = Duration.ofMinutes(1);

    private final List<AuditEntry> entries;

    LatestChanges(TaskHistory history) {
        this.entries = latest(history);
    }

    /** Returns the latest changes. Without the database there are none. The answer then does not name a user. */
    private static List<AuditEntry> latest(TaskHistory history) {
        try {
            return history.audit(OptionalLong.empty(), TaskHistory.MOST);
        } catch (OperationalException e) {
            return List.of();
        }
    }

    /**
     * Returns {@code , by anna} if the user anna made this change at about this time; an empty string if no user is
     * known.
     */
    String by(String action, String target, Instant at) {
        return find(action, target)
                .filter(entry -> !entry.at().isBefore(at.minus(CLOCKS_DIFFER))
                        && !entry.at().isAfter(at.plus(TAKES_AT_MOST)))
                .map(LatestChanges::by)
                .orElse("");
    }

    static String by(AuditEntry entry) {
        return ", by " + entry.action().user();
    }

    /** Returns the latest change of this kind that was carried out. */
    Optional<AuditEntry> find(String action, String target) {
        return entries.stream()
                .filter(entry -> entry.action().action().equals(action)
                        && entry.action().target().filter(target::equals).isPresent()
                        && entry.action().outcome().equals("done"))
                .findFirst();
    }
}
