package no.abakus.tasks.result.jdbc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.port.TaskProgress;
import no.abakus.tasks.port.TaskRecord;

/** Converts task records to rows, and back. */
final class Records {

    private Records() {}

    static void setAll(Parameters parameters, TaskRecord record) throws SQLException {
        parameters
                .text(record.id())
                .text(record.task())
                .text(record.state().name())
                .text(record.rootId())
                .text(record.parentId())
                .number(record.retries())
                .text(record.worker())
                .instant(record.queuedAt())
                .instant(record.startedAt())
                .instant(record.endedAt())
                .instant(record.expiresAt());
        setValue(parameters, record.value());
        parameters.text(children(record.children())).text(record.token());
    }

    /** Sets the columns that an execution changes. */
    static void setOutcome(Parameters parameters, TaskRecord record) throws SQLException {
        parameters
                .text(record.state().name())
                .number(record.retries())
                .text(record.worker())
                .instant(record.startedAt())
                .instant(record.endedAt())
                .instant(record.expiresAt());
        setValue(parameters, record.value());
        parameters.text(children(record.children()));
    }

    static void setValue(Parameters parameters, Optional<StoredValue> value) throws SQLException {
        parameters
                .text(value.map(StoredValue::contentType))
                .text(value.map(StoredValue::compression))
                .bytes(value.map(StoredValue::bytes).orElse(null));
    }

    static TaskRecord read(Row row) throws SQLException {
        return new TaskRecord(
                row.text("task_id"),
                row.text("task"),
                TaskState.valueOf(row.text("state")),
                row.text("root_id"),
                row.optionalText("parent_id"),
                row.number("retries"),
                row.optionalText("worker"),
                row.optionalInstant("queued_at"),
                row.optionalInstant("started_at"),
                row.optionalInstant("ended_at"),
                row.instant("expires_at"),
                value(row),
                children(row.text("children")),
                row.optionalText("token"));
    }

    static TaskProgress progress(Row row) throws SQLException {
        return new TaskProgress(
                TaskState.valueOf(row.text("state")),
                row.number("retries"),
                row.text("task"),
                row.optionalText("token"));
    }

    static Optional<StoredValue> value(Row row) throws SQLException {
        byte[] bytes = row.bytes("content");
        return bytes == null
                ? Optional.empty()
                : Optional.of(new StoredValue(row.text("content_type"), row.text("compression"), bytes));
    }

    /** Returns the escaped ids, separated by blanks; empty if there are none. */
    private static Optional<String> children(List<String> ids) {
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(ids.stream()
                        .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(" ")));
    }

    private static List<String> children(String escaped) {
        return escaped == null
                ? List.of()
                : Stream.of(escaped.split(" ", -1))
                        .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8))
                        .toList();
    }
}
