package no.abakus.tasks.publish;

import java.time.Duration;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.LongestSpan;

/** A span of time that a call asks for. */
final class Span {

    private Span() {}

    /**
     * The same span.
     *
     * @param what what it is, for the exception
     * @throws TaskOptionException if it is longer than a clock counts
     */
    static Duration checked(Duration span, String what) {
        if (LongestSpan.isExceededBy(span)) {
            throw new TaskOptionException(
                    what + " is " + span + ", and takes at most 292 years, which is what a clock counts");
        }
        return span;
    }
}
