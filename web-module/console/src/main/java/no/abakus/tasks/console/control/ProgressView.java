package no.abakus.tasks.console.control;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.operate.ReportedProgress;

/**
 * How far a running task has come, as clients see it.
 *
 * @param done how much is done
 * @param total how much there is to do; 0 if the task does not know
 * @param text what the task is doing; null if it did not say
 * @param at when the task reported this
 */
public record ProgressView(long done, long total, String text, Instant at) {

    /** Returns the view of a report; null if there is no report. */
    public static ProgressView of(Optional<ReportedProgress> reported) {
        return reported.map(one ->
                        new ProgressView(one.done(), one.total(), one.text().orElse(null), one.at()))
                .orElse(null);
    }
}
