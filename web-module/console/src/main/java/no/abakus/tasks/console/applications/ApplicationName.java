package no.abakus.tasks.console.applications;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.console.problem.BadQueries;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;

/** The query parameter {@code application}. Without it, a list shows the console's own application. */
public final class ApplicationName {

    /** The application whose queues at the broker have no application name after the prefix. */
    private static final String PLAIN = "abakus";

    private static final String PREFIX = "abakus.";
    private static final Set<String> NOT_FOR_TASKS = Set.of("dead_letter", "expired", "parking");
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private final String name;

    private ApplicationName(String name) {
        this.name = name;
    }

    /** Checks the parameter. It is null if the request does not have it. */
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

    /** Whether the request names an application other than the console's own. */
    public boolean isOther(TaskHistory own) {
        return isGiven() && !own.application().equals(Optional.of(name));
    }

    /**
     * Refuses a request for another application. Call this for lists that only an application's own console can show.
     *
     * @param what the content of the list for the message, such as {@code Nodes}
     */
    public void checkOwn(TaskHistory own, String what) {
        if (isOther(own)) {
            throw BadQueries.badParameter(
                    what + " of the application '" + name + "' are known to its own console alone; ask that console");
        }
    }

    /**
     * Returns the history to read. Refuses an application that has neither a row in the history nor a queue at the
     * broker.
     */
    public HistoryReader history(TaskHistory own, TaskControl control) {
        if (!isOther(own)) {
            return own;
        }
        HistoryReader theirs = own.of(name);
        HistoryPage newest = theirs.page(HistoryQuery.ALL, OptionalLong.empty(), 1);
        checkKnown(!newest.items().isEmpty() || mayHaveQueue(control));
        return theirs;
    }

    private boolean mayHaveQueue(TaskControl control) {
        try {
            return !queues(control).isEmpty();
        } catch (OperationalException | UnsupportedOperationException e) {
            // The broker does not list its queues, so the application may exist.
            return true;
        }
    }

    /** Returns the depths of queues to read. */
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
        knownQueues(control);
        return own.of(name);
    }

    /** Returns the queues of this application. Refuses an application without any. */
    public List<QueueState> knownQueues(TaskControl control) {
        List<QueueState> queues = ControlProblems.reached(() -> queues(control));
        checkKnown(!queues.isEmpty());
        return queues;
    }

    /** Returns the queues of this application under the names that its tasks use. */
    public List<QueueState> queues(TaskControl control) {
        return control.queuesOfAllApplications().stream()
                .filter(queue -> owns(queue.queue()))
                .map(queue -> queue.under(withoutApplication(queue.queue())))
                .toList();
    }

    /** Whether this is a queue of tasks, not one of messages that were set aside. */
    public static boolean isForTasks(QueueState queue) {
        return !NOT_FOR_TASKS.contains(queue.queue());
    }

    private String withoutApplication(String atBroker) {
        String rest = atBroker.substring(PREFIX.length());
        return name.equals(PLAIN) ? rest : rest.substring(name.length() + 1);
    }

    /** Refuses an application of which nothing is known. */
    public void checkKnown(boolean isKnown) {
        if (isGiven() && !isKnown) {
            throw BadQueries.badParameter("There is no application '" + name + "' at the broker or in the history; GET"
                    + " queues/applications lists the queues of all applications");
        }
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
