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
 * @param total how many tasks or dead letters (items) the request selects
 * @param exact whether {@code total} is exact; if not, there are at least this many items
 * @param notPossible for how many of these items the action is not possible, by reason code
 * @param sample the ids of some items that the action is possible for
 * @param done how many items the action was carried out on
 * @param refused for how many items the action turned out to be impossible, by reason code
 * @param node the node that carries the operation out, or carried it out last
 * @param createdAt when the items were counted; later items are not part of the operation
 * @param expiresAt when its preview expires; after that, the operation cannot be started
 * @param startedAt when it was started
 * @param endedAt when the operation finished or was stopped
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

    /** Returns how many items the action is possible for. */
    public long possible() {
        return total - sum(notPossible);
    }

    /** Returns how many items were reached, successfully or not. */
    public long reached() {
        return done + sum(refused);
    }

    /** Returns how many items were not reached. If the operation was stopped, these items are unchanged. */
    public long left() {
        // If the request gives ids, all of them are tried. If it gives a query, only the items that the action is
        // possible for are tried.
        long all = request.query().isPresent() ? possible() : total;
        return Math.max(0, all - reached());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
