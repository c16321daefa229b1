package no.abakus.tasks.publish;

import java.time.Duration;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.LongestSpan;

/** Checks a duration that a caller has given. */
final class Span {

    private Span() {}

    /**
     * Returns the same duration.
     *
     * @param what the name of the duration, for the message of the exception
     * @throws TaskOptionException if the duration, positive or negative, is longer than 292 years
     */
    static Duration checked(Duration span, String what) {
        if (LongestSpan.isExceededBy(span)) {
            throw new TaskOptionException(what + " is " + span + ", but must not be longer than 292 years");
        }
        return span;
    }
}
