package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The parts of the sentences that say why a task is not running. */
final class Words {

    private Words() {}

    /** An instant without its fraction of a second. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Returns a span in the largest of the units days, hours and minutes that it contains at least twice. A span of
     * less than two minutes is in seconds.
     */
    static String span(Duration span) {
        if (span.toDays() > 1) {
            return span.toDays() + " days";
        }
        if (span.toHours() > 1) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() > 1 ? span.toMinutes() + " minutes" : Math.max(1, span.toSeconds()) + " s";
    }

    static String count(long number, String one) {
        return String.format(Locale.ROOT, "%,d", number) + " " + one + (number == 1 ? "" : "s");
    }

    static WhyNot.Answer revoked(Instant at) {
        return new WhyNot.Answer(
                "It was revoked at " + time(at) + ", so no node will start it.",
                "revoked",
                at,
                "Send it as a new task.");
    }
}
