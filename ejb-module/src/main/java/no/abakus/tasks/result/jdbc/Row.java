package no.abakus.tasks.result.jdbc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.StoredValue;
import no.abakus.tasks.spi.TaskRecord;

/** A record as a row: parameters of a statement, set one after the other, and back. Confined to a thread. */
final class Row {

    private final PreparedStatement statement;
    private int position;

    Row(PreparedStatement statement) {
        this.statement = statement;
    }

    Row text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    Row number(int value) throws SQLException {
        statement.setInt(++position, value);
        return this;
    }

    Row yesOrNo(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
        return this;
    }

    Row instant(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) {
            return instant(value.get());
        }
        statement.setNull(++position, Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    Row instant(Instant value) throws SQLException {
        statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    Row value(Optional<StoredValue> value) throws SQLException {
        text(value.map(StoredValue::contentType).orElse(null));
        text(value.map(StoredValue::compression).orElse(null));
        statement.setBytes(++position, value.map(StoredValue::bytes).orElse(null));
        return this;
    }

    /** The ids, escaped, with blanks between them; null for none. */
    Row children(List<String> ids) throws SQLException {
        return text(
                ids.isEmpty()
                        ? null
                        : ids.stream()
                                .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                                .collect(Collectors.joining(" ")));
    }

    static TaskRecord read(ResultSet row) throws SQLException {
        return new TaskRecord(
                row.getString("task_id"),
                row.getString("task"),
                TaskState.valueOf(row.getString("state")),
                row.getString("root_id"),
                Optional.ofNullable(row.getString("parent_id")),
                row.getInt("retries"),
                Optional.ofNullable(row.getString("worker")),
                instant(row, "queued_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "expires_at").orElseThrow(),
                value(row),
                children(row.getString("children")),
                Optional.ofNullable(row.getString("token")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<StoredValue> value(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("content");
        return bytes == null
                ? Optional.empty()
                : Optional.of(new StoredValue(row.getString("content_type"), row.getString("compression"), bytes));
    }

    private static List<String> children(String escaped) {
        return escaped == null
                ? List.of()
                : Stream.of(escaped.split(" ", -1))
                        .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8))
                        .toList();
    }
}
