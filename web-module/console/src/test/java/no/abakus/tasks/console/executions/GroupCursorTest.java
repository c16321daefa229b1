package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import no.abakus.tasks.operate.FailureGroupPage.Position;
import no.abakus.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Cursors of groups come back as they were, and others are refused. */
class GroupCursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        Position position = new Position(Instant.parse("2030-01-01T12:00:00.123456Z"), "9f86d0");

        assertThat(GroupCursor.read(GroupCursor.write(position))).contains(position);
        assertThat(GroupCursor.read(null)).isEmpty();
    }

    @Test
    void anything_else_is_refused() {
        for (String cursor : new String[] {"", "MTIz", "!", "eCB5"}) {
            assertThatThrownBy(() -> GroupCursor.read(cursor)).as(cursor).isInstanceOf(ProblemException.class);
        }
    }
}
