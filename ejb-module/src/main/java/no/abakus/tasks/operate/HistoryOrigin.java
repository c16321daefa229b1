package no.abakus.tasks.operate;

/**
 * Where an answer about ended tasks comes from, and why it may be incomplete.
 *
 * @param kind the kind of source
 * @param node the answering node
 * @param sentence what is missing, for operators; empty if nothing is
 */
public record HistoryOrigin(Kind kind, String node, String sentence) {

    /** The kinds of sources. */
    public enum Kind {
        /** The database, with the ends of all nodes. */
        DATABASE,
        /** This node's memory, because no history is kept. */
        MEMORY_OFF,
        /** This node's memory, because the database cannot be reached. */
        MEMORY_DATABASE
    }

    /** Whether the answer holds only the last ends of one node. */
    public boolean isMemory() {
        return kind != Kind.DATABASE;
    }
}
