package no.abakus.tasks.console.call;

import no.abakus.tasks.TaskOptionException;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Checks task ids. The database must be able to store an id, and every server must accept a new id in a path. */
public final class TaskIds {

    private static final int LONGEST = 255;
    private static final ProblemType BAD_ID = new ProblemType("bad-id", 400, "Not the id of a task");

    private TaskIds() {}

    /** Rejects an id that no task can have. */
    public static void checked(String id) {
        if (id.length() > LONGEST || id.isBlank() || id.indexOf('\0') >= 0) {
            throw new ProblemException(BAD_ID, "A task id has 1 to " + LONGEST + " characters, and no NUL");
        }
    }

    /** Returns the value of the option {@code task_id} as the id of a new task. */
    static String fresh(String option, Object value) {
        String id = OptionValue.text(option, value);
        if (id.length() > LONGEST) {
            throw new TaskOptionException(option + " has " + id.length() + " characters, but may have at most "
                    + LONGEST + ". Nothing was sent");
        }
        if (id.equals(".") || id.equals("..") || id.chars().anyMatch(TaskIds::isAmbiguousInPaths)) {
            throw new TaskOptionException(option + " is '.' or '..', or contains /, \\, ;, % or a control"
                    + " character, so it cannot be a path segment to find the task's result. Nothing was sent");
        }
        return id;
    }

    /**
     * Whether this character is unsafe in a path even if it is encoded: a server may reject it, cut the path off there,
     * or decode it.
     */
    private static boolean isAmbiguousInPaths(int character) {
        return Character.isISOControl(character) || "/\\;%".indexOf(character) >= 0;
    }

    /** Returns the id as a segment of a path (RFC 3986), with everything but unreserved characters encoded. */
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
