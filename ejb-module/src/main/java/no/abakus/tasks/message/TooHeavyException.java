package no.abakus.tasks.message;

import no.abakus.jackson.core.exc.StreamConstraintsException;

/** The values of a body would take more memory than allowed. */
final class TooHeavyException extends StreamConstraintsException {

    private static final long serialVersionUID = 1L;

    TooHeavyException(long most) {
        super("The values of the body take more than " + most + " bytes of memory"
                + " (abakus.tasks.message.max-decoded-size, and abakus.tasks.message.decoding-memory for all of them"
                + " together)");
    }
}
