package no.abakus.tasks.publish;

import java.time.Duration;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.LongestSpan;

/** A duration given in a call. */
final class Span {

    private Span() {}

    /**
     * Returns the same duration.
     *
     * @param what names the duration in the exception
     * @throws TaskOptionException if the duration is beyond the range of instants
     */
    static Duration checked(Duration span, String what) {
        if (LongestSpan.isExceededBy(span)) {
            throw new TaskOptionException(
                    what + " is " + span + ", but must be at most 292 years, which is the most that a clock counts");
        }
        return span;
    }
}
