package no.abakus.tasks.message;

import no.abakus.jackson.core.exc.StreamConstraintsException;

/** Thrown when the values of a body would take more memory than allowed. */
final class TooHeavyException extends StreamConstraintsException {

    private static final long serialVersionUID = 1L;

    TooHeavyException(long most) {
        super("The values of the body take more than " + most + " bytes of memory"
                + " (abakus.tasks.message.max-decoded-size limits one body, abakus.tasks.message.decoding-memory all"
                + " bodies together)");
    }
}
