package no.abakus.tasks.spi;

/** What a transport is to do with a message that was handled. */
public sealed interface Settlement {

    /** The message is done with; the broker may forget it. */
    Settlement ACKNOWLEDGE = new Acknowledge();

    /** See {@link #ACKNOWLEDGE}. */
    record Acknowledge() implements Settlement {}

    /** The message goes to the dead-letter queue, as it is and with the reason, and is then acknowledged. */
    record DeadLetter(Rejection rejection) implements Settlement {}
}
