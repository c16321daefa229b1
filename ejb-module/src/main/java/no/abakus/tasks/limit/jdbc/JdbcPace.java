package no.abakus.tasks.limit.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.spi.SharedPace;

/**
 * Keeps the next turn of each line in a row, and moves it on if nobody else has done so meanwhile. To be called outside of
 * transactions: a turn is taken once it is written, whatever becomes of the task. Thread-safe; the threads of one node take
 * their turns one after the other, so that only nodes ever compete.
 */
public final class JdbcPace implements SharedPace {

    /** Each loss means that another node has moved on; so many in a row are a database that does not keep its word. */
    private static final int MAX_TRIES = 1_000;

    private static final int LONGEST_NAME = 255;
    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000_000;

    private static final String CREATE = "CREATE TABLE IF NOT EXISTS abakus_rate_limit"
            + " (line VARCHAR(255) NOT NULL PRIMARY KEY, next_turn BIGINT NOT NULL)";
    private static final String READ =
            "SELECT next_turn FROM abakus_rate_limit WHERE line = ? AND " + FreshRead.CONDITION;
    private static final String MOVE = "UPDATE abakus_rate_limit SET next_turn = ? WHERE line = ? AND next_turn = ?";
    private static final String OPEN = "INSERT INTO abakus_rate_limit (next_turn, line) VALUES (?, ?)";
    private static final String CLOSE_IDLE = "DELETE FROM abakus_rate_limit WHERE next_turn < ?";

    private final Supplier<DataSource> source;
    private DataSource ready;

    /** Turns in this database, which is first asked for when a turn is. */
    public JdbcPace(Supplier<DataSource> source) {
        this.source = source;
    }

    @Override
    public synchronized Instant next(String line, Duration interval, Duration allowance, Instant now) {
        long nanos = nanos(now);
        try (Connection connection = prepared().getConnection()) {
            for (int tries = 0; tries < MAX_TRIES; tries++) {
                OptionalLong next = take(connection, shortened(line), interval.toNanos(), nanos);
                if (next.isPresent()) {
                    long turn = Math.max(nanos, next.getAsLong() - allowance.toNanos());
                    return now.plusNanos(turn - nanos);
                }
            }
        } catch (SQLException e) {
            throw SqlTrouble.of("The next turn of the rate limit of " + line + " could not be taken", e);
        }
        throw new OperationalException("The next turn of the rate limit of " + line + " was lost to other nodes "
                + MAX_TRIES + " times; the task goes back to the broker");
    }

    /** The turn as it would be without an allowance; empty if another node was faster. */
    private static OptionalLong take(Connection connection, String line, long interval, long now) throws SQLException {
        OptionalLong kept = read(connection, line);
        long next = Math.max(kept.orElse(now), now);
        // The last turn that the column holds is in the year 2262, and stays the last.
        long after = interval > Long.MAX_VALUE - next ? Long.MAX_VALUE : next + interval;
        boolean taken =
                kept.isPresent() ? move(connection, line, kept.getAsLong(), after) : open(connection, line, after, now);
        return taken ? OptionalLong.of(next) : OptionalLong.empty();
    }

    private static OptionalLong read(Connection connection, String line) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, line);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static boolean move(Connection connection, String line, long from, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, to);
            update.setString(2, line);
            update.setLong(3, from);
            return update.executeUpdate() == 1;
        }
    }

    /** A new line is rare, so this is where old ones are cleared away. */
    private static boolean open(Connection connection, String line, long next, long now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(CLOSE_IDLE)) {
            delete.setLong(1, now - DAY);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            insert.setLong(1, next);
            insert.setString(2, line);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (read(connection, line).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private DataSource prepared() throws SQLException {
        if (ready == null) {
            DataSource found = source.get();
            try (Connection connection = found.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(CREATE);
            }
            ready = found;
        }
        return ready;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_NAME ? line : digest(line);
    }

    private static String digest(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return line.substring(0, 100) + "|" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
