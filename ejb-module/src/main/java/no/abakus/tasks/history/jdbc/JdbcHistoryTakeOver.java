package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.operate.MinuteCounts;

/**
 * Moves the history of another application to this application: ended executions, groups of failures, counts, and the
 * actions of operators. Works in small steps, because a history may have millions of rows. Thread-safe.
 */
public final class JdbcHistoryTakeOver {

    private static final int STEP = 1_000;

    /**
     * Counts that are younger than this are not moved, because another node may still be about to update their rows.
     */
    private static final Duration STILL_WRITTEN = Duration.ofMinutes(10);

    private static final String KEYS =
            "SELECT id FROM abakus_history WHERE %s AND " + FreshRead.CONDITION + " ORDER BY id LIMIT " + STEP;
    private static final String MOVE = "UPDATE abakus_history SET application = ? WHERE id BETWEEN ? AND ? AND %s";
    private static final String MOVE_AUDIT = "UPDATE abakus_audit SET application = ? WHERE %s";
    private static final String MINUTES = "SELECT " + MinuteRow.COLUMNS + " FROM abakus_minute WHERE %s"
            + " AND minute_at < ? AND " + FreshRead.CONDITION + " ORDER BY minute_at LIMIT " + STEP;
    private static final String DELETE_MINUTE = "DELETE FROM abakus_minute WHERE " + MinuteRow.KEY;

    private final Database database;
    private final Owner owner;
    private final JdbcMinutes minutes;

    /** Creates an object that moves rows to this application. */
    public JdbcHistoryTakeOver(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
        this.minutes = new JdbcMinutes(database, owner);
    }

    /**
     * Moves rows of another application: all actions of operators, and a few thousand other rows at most.
     *
     * @return how many rows were moved; call this again until the number is 0
     */
    public int move(Owner other, Instant now) {
        if (owner.equals(other)) {
            return 0;
        }
        return database.together("The history of another application could not be taken over", session -> {
            int moved = moveEnds(session, other) + moveMinutes(session, other, now.minus(STILL_WRITTEN));
            moved += new MovedGroups(owner, other).move(session);
            moved += session.update(of(other, MOVE_AUDIT), parameters -> parameters.text(owner.column()));
            return moved;
        });
    }

    private static String of(Owner other, String sql) {
        return String.format(Locale.ROOT, sql, other.condition());
    }

    private int moveEnds(Session session, Owner other) throws SQLException {
        List<Long> keys = session.list(of(other, KEYS), Parameters.NONE, row -> row.longNumber("id"));
        return keys.isEmpty()
                ? 0
                : session.update(of(other, MOVE), parameters -> parameters
                        .text(owner.column())
                        .number(keys.get(0))
                        .number(keys.get(keys.size() - 1)));
    }

    private int moveMinutes(Session session, Owner other, Instant before) throws SQLException {
        List<MinuteCounts> theirs = session.list(
                of(other, MINUTES), parameters -> parameters.instant(before), row -> MinuteRow.read(row, other));
        for (MinuteCounts counts : theirs) {
            session.update(DELETE_MINUTE, parameters -> MinuteRow.key(parameters, counts, other));
            minutes.add(session, counts);
        }
        return theirs.size();
    }
}
