package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.ContextText;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.operate.EndedTask;

/** Reads and writes a row of {@code abakus_history}. */
final class EndedRow {

    static final String COLUMNS = "id, task_id, execution, task, queue, node, state, sent_at, started_at, ended_at,"
            + " waited_ms, took_ms, root_id, parent_id, request_id, user_name, context, args, error_type,"
            + " error_message, group_id, weight, retryable";

    static final String INSERT =
            "INSERT INTO abakus_history (" + COLUMNS + ", application) VALUES (?" + ", ?".repeat(23) + ")";

    private EndedRow() {}

    static void write(Parameters parameters, EndedTask task, Owner owner) throws SQLException {
        parameters
                .number(task.id())
                .text(task.taskId())
                .number(task.retries())
                .text(task.task())
                .text(task.queue())
                .text(task.node())
                .text(task.state().name())
                .instant(task.sentAt())
                .instant(task.startedAt())
                .instant(task.endedAt())
                .number(millis(task.waited()))
                .number(millis(task.took()))
                .text(task.rootId())
                .text(task.parentId())
                .text(task.requestId())
                .text(task.user())
                .text(ContextText.write(task.context()))
                .text(task.arguments())
                .text(task.errorType())
                .text(task.errorMessage())
                .text(task.group())
                .number(task.weight())
                .yesOrNo(task.retryable())
                .text(owner.column());
    }

    private static OptionalLong millis(Optional<Duration> span) {
        return span.isPresent() ? OptionalLong.of(span.get().toMillis()) : OptionalLong.empty();
    }

    static EndedTask read(Row row) throws SQLException {
        return new EndedTask(
                row.longNumber("id"),
                row.text("task_id"),
                row.number("execution"),
                row.text("task"),
                row.optionalText("queue"),
                row.text("node"),
                TaskState.valueOf(row.text("state")),
                row.optionalInstant("sent_at"),
                row.optionalInstant("started_at"),
                row.instant("ended_at"),
                span(row.optionalLong("waited_ms")),
                span(row.optionalLong("took_ms")),
                row.text("root_id"),
                row.optionalText("parent_id"),
                row.optionalText("request_id"),
                row.optionalText("user_name"),
                ContextText.read(row.text("context")),
                row.optionalText("args"),
                row.optionalText("error_type"),
                row.optionalText("error_message"),
                row.optionalText("group_id"),
                row.number("weight"),
                row.yesOrNo("retryable"));
    }

    private static Optional<Duration> span(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty();
    }
}
