package no.abakus.tasks.console.executions;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import no.abakus.tasks.operate.FailureGroupPage.Position;
import no.abakus.web.problem.ProblemException;

/**
 * Writes and reads the cursor that clients pass back to get the next page of groups. The cursor says when the last
 * group of the page failed, and names that group.
 */
final class GroupCursor {

    private static final char SEPARATOR = ' ';

    private GroupCursor() {}

    static String write(Position position) {
        String text = position.lastAt() + String.valueOf(SEPARATOR) + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the position; empty without a cursor. */
    static Optional<Position> read(String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int separator = text.indexOf(SEPARATOR);
            if (separator > 0) {
                return Optional.of(
                        new Position(Instant.parse(text.substring(0, separator)), text.substring(separator + 1)));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(Given.BAD_CURSOR, Given.START_OVER, e);
        }
        throw new ProblemException(Given.BAD_CURSOR, Given.START_OVER);
    }
}
