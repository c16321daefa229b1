package no.abakus.tasks.testing;

/** Something in memory that {@link InMemoryTransactions} can set back. */
interface Undoable {

    /** What sets it back to how it is now. */
    Runnable undo();
}
