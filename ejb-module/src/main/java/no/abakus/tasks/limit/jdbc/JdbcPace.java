package no.abakus.tasks.limit.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.port.SharedPace;

/**
 * Keeps the next turn of each line in a database row. To take a turn, a node reads the row, and then updates it unless
 * another node has updated it in the meantime. Call it outside a transaction, because a turn that has been stored must
 * stay used, whatever happens to the task. The threads of one node use this object one after another, so only different
 * nodes compete. Thread-safe.
 */
public final class JdbcPace implements SharedPace {

    /**
     * The maximum number of attempts. An attempt fails if another node has updated the row in the meantime. If so many
     * attempts fail in succession, something is wrong with the database.
     */
    private static final int MAX_TRIES = 1_000;

    private static final int LONGEST_NAME = 255;
    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000_000;

    private static final String READ =
            "SELECT next_turn FROM abakus_rate_limit WHERE line = ? AND " + FreshRead.CONDITION;
    private static final String MOVE = "UPDATE abakus_rate_limit SET next_turn = ? WHERE line = ? AND next_turn = ?";
    private static final String OPEN = "INSERT INTO abakus_rate_limit (next_turn, line) VALUES (?, ?)";
    private static final String CLOSE_IDLE = "DELETE FROM abakus_rate_limit WHERE next_turn < ?";

    private final Database database;
    private final Owner owner;

    /** Creates access to this application's turns in this database. */
    public JdbcPace(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public synchronized Instant next(String line, Duration interval, Duration allowance, Instant now) {
        long nanos = nanos(now);
        OptionalLong next = database.run(
                "The next turn of the rate limit of " + line + " could not be taken",
                session -> take(session, shortened(owner.key(line)), interval.toNanos(), nanos));
        if (next.isEmpty()) {
            throw new OperationalException("The next turn of the rate limit of " + line + " was lost to other nodes "
                    + MAX_TRIES + " times, so the task goes back to the broker");
        }
        long turn = Math.max(nanos, next.getAsLong() - allowance.toNanos());
        return now.plusNanos(turn - nanos);
    }

    private static OptionalLong take(Session session, String line, long interval, long now) throws SQLException {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            OptionalLong next = tryToTake(session, line, interval, now);
            if (next.isPresent()) {
                return next;
            }
        }
        return OptionalLong.empty();
    }

    /** Returns the time that the turn would have without an allowance; empty if another node was faster. */
    private static OptionalLong tryToTake(Session session, String line, long interval, long now) throws SQLException {
        Optional<Long> kept = read(session, line);
        long next = Math.max(kept.orElse(now), now);
        // The latest time that the column can hold is in the year 2262. Turns after that time are stored as that time.
        long after = interval > Long.MAX_VALUE - next ? Long.MAX_VALUE : next + interval;
        boolean taken = kept.isPresent() ? move(session, line, kept.get(), after) : open(session, line, after, now);
        return taken ? OptionalLong.of(next) : OptionalLong.empty();
    }

    private static Optional<Long> read(Session session, String line) throws SQLException {
        return session.first(READ, parameters -> parameters.text(line), row -> row.longNumber("next_turn"));
    }

    private static boolean move(Session session, String line, long from, long to) throws SQLException {
        return session.update(
                        MOVE, parameters -> parameters.number(to).text(line).number(from))
                == 1;
    }

    /** Adds a line. Also removes old lines, which costs little because lines are rarely added. */
    private static boolean open(Session session, String line, long next, long now) throws SQLException {
        session.update(CLOSE_IDLE, parameters -> parameters.number(now - DAY));
        try {
            return session.update(OPEN, parameters -> parameters.number(next).text(line)) == 1;
        } catch (SQLException e) {
            if (read(session, line).isPresent()) {
                return false;
            }
            throw e;
        }
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
            int end = Character.isHighSurrogate(line.charAt(99)) ? 99 : 100;
            return line.substring(0, end) + "|" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
