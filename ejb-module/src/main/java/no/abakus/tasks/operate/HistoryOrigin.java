package no.abakus.tasks.operate;

/**
 * Where an answer about ended tasks comes from, and why it may be incomplete.
 *
 * @param kind the kind of source
 * @param node the answering node
 * @param sentence a sentence for operators that says what is missing; empty if nothing is missing
 */
public record HistoryOrigin(Kind kind, String node, String sentence) {

    /** The kinds of sources. */
    public enum Kind {
        /** The database, which has the ended executions of all nodes. */
        DATABASE,
        /** This node's memory, because no history is kept. */
        MEMORY_OFF,
        /** This node's memory, because the database cannot be reached. */
        MEMORY_DATABASE
    }

    /** Whether the answer contains only the latest ended executions of one node. */
    public boolean isMemory() {
        return kind != Kind.DATABASE;
    }
}
