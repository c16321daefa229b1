package no.abakus.tasks.worker;

/** The outcome of decoding a message body. */
sealed interface Decoded {

    /** The execution has its arguments. */
    record Ready(Execution execution) implements Decoded {}

    /** The arguments were not read. The outcome says whether the task has ended or waits. */
    record Ended(Outcome outcome) implements Decoded {}
}
