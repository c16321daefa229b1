package no.abakus.tasks.console.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.TaskControl;

/** Checks of members that several orders have. */
final class Members {

    private static final double MOST_SECONDS = 30;
    private static final double LONGEST_SPAN = Duration.ofDays(366).toSeconds();
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_IN_A_LIST = 10_000;

    private Members() {}

    /**
     * Returns a control of these nodes, or of all nodes if none is named. It waits this many seconds for the nodes'
     * answers.
     */
    static TaskControl at(TaskControl all, List<String> nodes, Double timeout) {
        texts("nodes", nodes);
        TaskControl some = nodes == null || nodes.isEmpty() ? all : all.on(nodes.toArray(String[]::new));
        if (timeout == null) {
            return some;
        }
        if (!(timeout >= 0 && timeout <= MOST_SECONDS)) {
            throw ControlProblems.badOrder("timeout takes seconds, from 0 to " + MOST_SECONDS);
        }
        return some.within(seconds(timeout));
    }

    static String required(String member, String value) {
        if (value == null || value.isBlank()) {
            throw ControlProblems.badOrder("The order needs the member '" + member + "'");
        }
        return bounded(member, value);
    }

    static String bounded(String member, String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            throw ControlProblems.badOrder(
                    member + " takes strings of " + LONGEST_TEXT + " characters at most, without NUL");
        }
        return text;
    }

    static void texts(String member, List<String> texts) {
        if (texts == null) {
            return;
        }
        if (texts.size() > MOST_IN_A_LIST) {
            throw ControlProblems.badOrder(member + " takes " + MOST_IN_A_LIST + " strings at most");
        }
        for (String text : texts) {
            if (text == null || text.isBlank()) {
                throw ControlProblems.badOrder(member + " takes non-empty strings");
            }
            bounded(member, text);
        }
    }

    static Optional<Duration> span(String member, Double seconds) {
        if (seconds == null) {
            return Optional.empty();
        }
        if (!(seconds >= 0 && seconds <= LONGEST_SPAN)) {
            throw ControlProblems.badOrder(member + " takes seconds, from 0 to a year");
        }
        return Optional.of(seconds(seconds));
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
