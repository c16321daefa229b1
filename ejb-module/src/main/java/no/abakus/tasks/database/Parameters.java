package no.abakus.tasks.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** The parameters of a statement, set in order. Not thread-safe. */
public final class Parameters {

    /** The binding of statements without parameters. */
    public static final Session.Binding NONE = parameters -> {};

    private final PreparedStatement statement;
    private int position;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public Parameters text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    public Parameters text(Optional<String> value) throws SQLException {
        return text(value.orElse(null));
    }

    public Parameters number(int value) throws SQLException {
        statement.setInt(++position, value);
        return this;
    }

    public Parameters number(long value) throws SQLException {
        statement.setLong(++position, value);
        return this;
    }

    public Parameters number(OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            return number(value.getAsLong());
        }
        statement.setNull(++position, Types.BIGINT);
        return this;
    }

    public Parameters yesOrNo(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
        return this;
    }

    public Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++position, value);
        return this;
    }

    public Parameters instant(Instant value) throws SQLException {
        statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    public Parameters instant(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) {
            return instant(value.get());
        }
        statement.setNull(++position, Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }
}
