package no.abakus.tasks.console.executions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.abakus.web.problem.ProblemException;

/** A position in a list of tasks that have not ended: the last task of the previous page. */
final class TaskCursor {

    private static final String BEGINNING = "task:";

    private TaskCursor() {}

    static String write(String taskId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((BEGINNING + taskId).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the id of the task. */
    static String read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(BEGINNING)) {
                return text.substring(BEGINNING.length());
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Given.BAD_CURSOR, Given.START_OVER, e);
        }
        throw new ProblemException(Given.BAD_CURSOR, Given.START_OVER);
    }
}
