package no.abakus.tasks.console.call;

import no.abakus.tasks.TaskOptionException;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Which ids of tasks the API takes: what the database holds and, for new ones, what every server finds again in a path. */
public final class TaskIds {

    private static final int LONGEST = 255;
    private static final ProblemType BAD_ID = new ProblemType("bad-id", 400, "Not the id of a task");

    private TaskIds() {}

    /** Refuses an id that no task can have. */
    public static void checked(String id) {
        if (id.length() > LONGEST || id.isBlank() || id.indexOf('\0') >= 0) {
            throw new ProblemException(BAD_ID, "An id of a task has 1 to " + LONGEST + " characters, and no NUL");
        }
    }

    /** The id for a new task, as the option {@code task_id} takes it. */
    static String fresh(String option, Object value) {
        String id = OptionValue.text(option, value);
        if (id.length() > LONGEST) {
            throw new TaskOptionException(
                    option + " has " + id.length() + " characters; it takes " + LONGEST + " at most. Nothing was sent");
        }
        if (id.equals(".") || id.equals("..") || id.chars().anyMatch(TaskIds::isAmbiguousInPaths)) {
            throw new TaskOptionException(option + " is no segment of a path under which its result could be found:"
                    + " it takes no / \\ ; % and no control characters, and is neither . nor ... Nothing was sent");
        }
        return id;
    }

    /** Servers refuse some of these in a path even when they are encoded, and cut or decode others. */
    private static boolean isAmbiguousInPaths(int character) {
        return Character.isISOControl(character) || "/\\;%".indexOf(character) >= 0;
    }

    /** The id as a segment of a path (RFC 3986): all but its unreserved characters encoded. */
    public static String segment(String id) {
        StringBuilder segment = new StringBuilder(id.length());
        for (byte octet : id.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (character < 128 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0)) {
                segment.append(character);
            } else {
                segment.append(String.format("%%%02X", octet & 0xff));
            }
        }
        return segment.toString();
    }
}
