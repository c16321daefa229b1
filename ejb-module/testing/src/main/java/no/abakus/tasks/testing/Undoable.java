package no.abakus.tasks.testing;

/** A store in memory that {@link InMemoryTransactions} can roll back. */
interface Undoable {

    /** Returns an action that restores the present state. */
    Runnable undo();
}
