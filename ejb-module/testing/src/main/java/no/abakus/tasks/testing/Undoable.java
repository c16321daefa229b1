package no.abakus.tasks.testing;

/** A store in memory that {@link InMemoryTransactions} can roll back. */
interface Undoable {

    /** Returns what restores the present state. */
    Runnable undo();
}
