package no.abakus.tasks.crash.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Parameters of a statement, set one after the other. Confined to a thread. */
final class Parameters {

    private final PreparedStatement statement;
    private int position;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    Parameters number(int value) throws SQLException {
        statement.setInt(++position, value);
        return this;
    }

    Parameters yesOrNo(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
        return this;
    }

    Parameters instant(Instant value) throws SQLException {
        statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    Parameters instant(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) {
            return instant(value.get());
        }
        statement.setNull(++position, Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
