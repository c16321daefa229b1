package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import no.abakus.logging.Redaction;
import no.abakus.tasks.operate.ReportedProgress;

/**
 * Checks and shows the progress that a task method reports. A report must cost next to nothing, because a method may
 * report in every iteration of a loop. So the text is redacted only when an operator asks for it.
 */
public final class Progress {

    /** The longest text that operators see, in characters. */
    static final int MOST_SHOWN = 200;

    /**
     * The longest text that is kept, in characters. More is kept than shown, so that a secret that starts within the
     * shown part is recognized.
     */
    private static final int MOST_KEPT = 1_000;

    private static final String ELLIPSIS = "…";

    /** Characters that break a line or control a terminal. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private Progress() {}

    /** Checks a report and keeps it unchanged, except that the length of its text is limited. */
    static ReportedProgress checked(long done, long total, String text, Instant at) {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("The progress is " + done + " of " + total
                    + ", but both numbers must be 0 or more. A total of 0 means that the total is unknown. The earlier"
                    + " progress remains");
        }
        return new ReportedProgress(done, total, Optional.ofNullable(text).map(Progress::kept), at);
    }

    private static String kept(String text) {
        return text.length() <= MOST_KEPT ? text : text.substring(0, MOST_KEPT);
    }

    /** The report as others may see it: on one line, shortened and redacted. */
    public static ReportedProgress shown(ReportedProgress reported, Redaction redaction) {
        return new ReportedProgress(
                reported.done(), reported.total(), reported.text().map(text -> shown(text, redaction)), reported.at());
    }

    private static String shown(String text, Redaction redaction) {
        String line = BREAKS.matcher(text).replaceAll(" ");
        return line.length() <= MOST_SHOWN
                ? redaction.text(line)
                : redaction.text(line, MOST_SHOWN - ELLIPSIS.length()) + ELLIPSIS;
    }
}
