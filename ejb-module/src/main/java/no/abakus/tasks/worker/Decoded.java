package no.abakus.tasks.worker;

/** The outcome of decoding a message body. */
sealed interface Decoded {

    /** The execution has its arguments. */
    record Ready(Execution execution) implements Decoded {}

    /** The task ends or waits without its arguments. */
    record Ended(Outcome outcome) implements Decoded {}
}
