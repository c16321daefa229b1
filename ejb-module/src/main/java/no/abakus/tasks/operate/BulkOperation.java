package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bulk operation and its progress.
 *
 * @param id its id
 * @param request the request, without its ids
 * @param state its state
 * @param total how many tasks or dead letters the request selects
 * @param exact whether {@code total} is exact; otherwise there are at least this many
 * @param notPossible for how many of them the action is not possible, by the code of the reason
 * @param sample the ids of some tasks or dead letters for which it is possible
 * @param done for how many the action was carried out
 * @param refused for how many it turned out to be impossible, by the code of the reason
 * @param node the node that carries it out, or did so last
 * @param createdAt when they were counted; later ones are not part of the operation
 * @param expiresAt when its preview expires, so that it can no longer be started
 * @param startedAt when it was started
 * @param endedAt when it was done or stopped
 */
public record BulkOperation(
        String id,
        BulkRequest request,
        BulkState state,
        long total,
        boolean exact,
        Map<String, Long> notPossible,
        List<String> sample,
        long done,
        Map<String, Long> refused,
        Optional<String> node,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    public BulkOperation {
        notPossible = Collections.unmodifiableMap(new TreeMap<>(notPossible));
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
        sample = List.copyOf(sample);
    }

    /** For how many the action is possible. */
    public long possible() {
        return total - sum(notPossible);
    }

    /** How many were reached, successfully or not. */
    public long reached() {
        return done + sum(refused);
    }

    /** How many were not reached; for a stopped operation, how many are unchanged. */
    public long left() {
        // Ids that the action is not possible for are tried as well, but what a query selects is only what is possible.
        long all = request.query().isPresent() ? possible() : total;
        return Math.max(0, all - reached());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
