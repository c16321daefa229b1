package no.abakus.tasks.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/** The current row of a query. Not thread-safe; read it before moving to the next row. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** Returns the column as a string, or null. */
    public String text(String column) throws SQLException {
        return rows.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    public int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    public long longNumber(String column) throws SQLException {
        return rows.getLong(column);
    }

    public OptionalLong optionalLong(String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean yesOrNo(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** Returns the bytes, or null. */
    public byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    /** Returns the time in a column that is never null. */
    public Instant instant(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Converts a row to a value. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(Row row) throws SQLException;
    }
}
