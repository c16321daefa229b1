package no.abakus.tasks.console.executions;

import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryTotal;

/**
 * Where an answer comes from; null for sources that were not queried.
 *
 * @param history the history of all nodes
 * @param memory the memory of one node, in place of the history
 * @param broker the broker
 * @param nodes the nodes
 */
record SourcesView(Kept history, Memory memory, Scan broker, Nodes nodes) {

    /**
     * What the history has.
     *
     * @param kept the fraction of the executions that is kept, such as {@code 1/40}; {@code all} if none was left out
     * @param dropped how many ended executions the answering node has not kept since its start, because too many ended
     *     at once; null if this does not concern the answer
     */
    record Kept(String kept, Long dropped) {}

    record Memory(String node, String reason, String sentence) {}

    record Scan(int scanned, boolean complete) {}

    record Nodes(int answered) {}

    static SourcesView of(HistoryOrigin origin, HistoryTotal total) {
        return of(origin, total, null);
    }

    static SourcesView of(HistoryOrigin origin, HistoryTotal total, Long dropped) {
        long each = total.rows() == 0 ? 1 : Math.round((double) total.executions() / total.rows());
        return origin.isMemory()
                ? memory(origin)
                : new SourcesView(new Kept(each <= 1 ? "all" : "1/" + each, dropped), null, null, null);
    }

    static SourcesView of(HistoryOrigin origin) {
        return of(origin, new HistoryTotal(0, 0, true));
    }

    private static SourcesView memory(HistoryOrigin origin) {
        String reason = origin.kind() == HistoryOrigin.Kind.MEMORY_OFF ? "off" : "database";
        return new SourcesView(null, new Memory(origin.node(), reason, origin.sentence()), null, null);
    }

    static SourcesView broker(int scanned, boolean complete) {
        return new SourcesView(null, null, new Scan(scanned, complete), null);
    }

    static SourcesView nodes(int answered) {
        return new SourcesView(null, null, null, new Nodes(answered));
    }
}
