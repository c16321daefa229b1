package no.abakus.tasks.worker;

/** What became of reading a body. */
sealed interface Decoded {

    /** The execution has its arguments. */
    record Ready(Execution execution) implements Decoded {}

    /** The task ends, or waits, without them. */
    record Ended(Outcome outcome) implements Decoded {}
}
