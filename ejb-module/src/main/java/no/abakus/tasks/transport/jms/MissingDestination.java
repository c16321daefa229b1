package no.abakus.tasks.transport.jms;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;

/** Recognizes that a broker has no queue of the requested name and creates none. */
final class MissingDestination {

    /** The beginning of Artemis's message for a missing queue. Artemis has no exception type for it. */
    private static final String OF_ARTEMIS = "There is no queue with name";

    private MissingDestination() {}

    /** Whether this exception of a JMS client means that the queue is missing. */
    static boolean is(Exception e) {
        return e instanceof InvalidDestinationException
                || e instanceof InvalidDestinationRuntimeException
                || String.valueOf(e.getMessage()).startsWith(OF_ARTEMIS);
    }
}
