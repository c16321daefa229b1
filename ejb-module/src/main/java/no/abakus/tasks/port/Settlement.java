package no.abakus.tasks.port;

import no.abakus.tasks.spi.Rejection;

/** What a transport must do with a handled message. */
public sealed interface Settlement {

    /** The message is done; the broker may delete it. */
    Settlement ACKNOWLEDGE = new Acknowledge();

    /** See {@link #ACKNOWLEDGE}. */
    record Acknowledge() implements Settlement {}

    /** The message goes to the dead-letter queue, with the reason added, and is then acknowledged. */
    record DeadLetter(Rejection rejection) implements Settlement {}
}
