package no.abakus.tasks.console.applications;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.console.problem.BadQueries;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;

/** The query parameter {@code application}. Without it, a list shows the console's own application. */
public final class ApplicationName {

    /** The application whose name is not a part of its queues' names at the broker. */
    private static final String PLAIN = "abakus";

    private static final String PREFIX = "abakus.";
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private final String name;

    private ApplicationName(String name) {
        this.name = name;
    }

    /** Checks the parameter, which is null if the request does not give it. */
    public static ApplicationName of(String given) {
        if (given != null) {
            Matcher beginning = VALID.matcher(given);
            int valid = beginning.lookingAt() ? beginning.end() : 0;
            if (valid == 0 || valid < given.length()) {
                throw new InvalidQueryException(
                        valid, "application takes the name of an application: 1 to 64 letters, digits and underscores");
            }
        }
        return new ApplicationName(given);
    }

    /** Whether the request names an application. */
    public boolean isGiven() {
        return name != null;
    }

    /** Returns the history to read. */
    public HistoryReader history(TaskHistory own) {
        return isGiven() ? own.of(name) : own;
    }

    /** Returns the numbers of queues to read. */
    public QueueDepths depths(QueueDepths own) {
        return isGiven() ? own.of(name) : own;
    }

    /**
     * Returns the dead letters to read. First checks that the application has a queue, because a broker may create any
     * queue that it is asked for.
     */
    public DeadLetterQueue letters(DeadLetterQueue own, TaskControl control) {
        if (!isGiven()) {
            return own;
        }
        boolean exists = ControlProblems.reached(control::queuesOfAllApplications).stream()
                .anyMatch(queue -> owns(queue.queue()));
        if (!exists) {
            throw BadQueries.badParameter("There is no application '" + name
                    + "' at the broker; GET queues/applications lists the queues of all applications");
        }
        return own.of(name);
    }

    /** Whether the application owns a queue with this name at the broker. */
    public boolean owns(String atBroker) {
        if (!isGiven()) {
            return true;
        }
        if (!atBroker.startsWith(PREFIX)) {
            return false;
        }
        String rest = atBroker.substring(PREFIX.length());
        int dot = rest.indexOf('.');
        return name.equals(PLAIN) ? dot < 0 : rest.startsWith(name + ".");
    }
}
