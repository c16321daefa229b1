package no.abakus.tasks.console.overview;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import no.abakus.tasks.operate.NodeStats;

/** The ended executions that nodes have not kept in the history, because too many ended at once. */
final class Dropped {

    private Dropped() {}

    /**
     * Counts these executions on all nodes that replied, since the start of each node.
     *
     * @param own the count of this node; the result is at least this count, even if this node's reply came too late
     */
    static long count(Collection<NodeStats> nodes, long own) {
        long all = nodes.stream()
                .map(NodeStats::historyDropped)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return Math.max(all, own);
    }

    static String sentence(long count) {
        return String.format(
                Locale.ROOT,
                "The history lacks %,d ended execution%s since the nodes' start, because too many ended at once; the"
                        + " counts are complete.",
                count,
                count == 1 ? "" : "s");
    }
}
