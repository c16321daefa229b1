package no.abakus.tasks.worker;

/** The outcome of decoding a message body. */
sealed interface Decoded {

    /** The execution has its arguments. */
    record Ready(Execution execution) implements Decoded {}

    /**
     * The arguments could not be used, or were not read yet. The outcome says whether the task is rejected or waits.
     */
    record Ended(Outcome outcome) implements Decoded {}
}
