package no.abakus.tasks.console.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** How long a client wants to wait for a task to end. */
final class WaitTime {

    private static final ProblemType BAD_WAIT = new ProblemType("bad-wait", 400, "Not a time to wait");

    /** During a longer wait, a component between the client and this server could give up. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(300);

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 30;

    private WaitTime() {}

    /** Returns the seconds as milliseconds, rounded up. */
    static long millis(String seconds) {
        String text = seconds.strip();
        BigDecimal wait;
        try {
            wait = text.length() > LONGEST ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            wait = null;
        }
        // A number with a huge exponent is short, but rounding it would produce as many digits as the exponent says.
        if (wait == null || Math.abs((long) wait.scale()) > MOST_DIGITS) {
            throw refused();
        }
        if (wait.signum() < 0 || wait.compareTo(MOST_SECONDS) > 0) {
            throw refused();
        }
        return wait.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue();
    }

    private static ProblemException refused() {
        return new ProblemException(BAD_WAIT, "wait takes seconds from 0 to " + MOST_SECONDS + ", such as 2.5");
    }
}
