package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.port.HistoryKeys;

/**
 * Deletes the history of other applications in which no task has ended for a long time. The nodes of such an
 * application would delete its history themselves, but they no longer run.
 */
final class ForsakenRows {

    /**
     * More applications than any database has. The search for applications ends at this number, in case it does not
     * advance.
     */
    private static final int MOST_APPLICATIONS = 1_000;
    /** Each call runs at most this many steps, and each step deletes up to 1,000 rows. The next call continues. */
    private static final int STEPS = 100;

    private static final String FAILED = "Old rows of other applications could not be deleted";
    /** Reads one entry of an index for each application, instead of every row. */
    private static final String NEXT = "SELECT application FROM abakus_history WHERE application > ? AND "
            + FreshRead.CONDITION + " ORDER BY application LIMIT 1";

    private static final String WITH_GROUPS =
            "SELECT DISTINCT COALESCE(application, '') AS application FROM abakus_error_group WHERE "
                    + FreshRead.CONDITION;
    private static final String LATEST = "SELECT id FROM abakus_history WHERE %s AND " + FreshRead.CONDITION;
    private static final String ALIVE =
            "SELECT group_id FROM abakus_error_group WHERE last_at >= ? AND %s AND " + FreshRead.CONDITION + " LIMIT 1";
    /** Deletes the rows of all applications, because the retention is the same for all. */
    private static final String DELETE_MINUTES = "DELETE FROM abakus_minute WHERE minute_at < ?";

    private static final String DELETE_AUDIT = "DELETE FROM abakus_audit WHERE id < ? AND happened_at < ?";
    private static final String DELETE_GROUPS = "DELETE FROM abakus_error_group WHERE %s";

    private final Database database;
    private final Owner owner;

    ForsakenRows(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    /**
     * Deletes the rows of each other application whose last task ended before this instant. Also deletes all counts and
     * operators' actions from before this instant, whichever application they belong to.
     */
    void remove(Instant before) {
        database.run(FAILED, session -> {
            session.update(DELETE_MINUTES, parameters -> parameters.instant(before));
            return session.update(
                    DELETE_AUDIT,
                    parameters -> parameters.number(HistoryKeys.from(before)).instant(before));
        });
        int steps = 0;
        for (Owner other : others()) {
            if (isForsaken(other, before)) {
                database.run(FAILED, session -> session.update(other.restrict(DELETE_GROUPS), Parameters.NONE));
                while (steps < STEPS && removeSome(other)) {
                    steps++;
                }
            }
        }
    }

    private List<Owner> others() {
        return database.run(FAILED, session -> {
            TreeSet<String> names =
                    new TreeSet<>(session.list(WITH_GROUPS, Parameters.NONE, row -> row.text("application")));
            names.add("");
            Optional<String> next = next(session, "");
            for (int i = 0; i < MOST_APPLICATIONS && next.isPresent(); i++) {
                names.add(next.get());
                next = next(session, next.get());
            }
            List<Owner> others = new ArrayList<>();
            for (String name : names) {
                if (!name.equals(owner.application())) {
                    others.add(new Owner(name));
                }
            }
            return others;
        });
    }

    private static Optional<String> next(Session session, String name) throws SQLException {
        return session.first(NEXT, parameters -> parameters.text(name), row -> row.text("application"));
    }

    private boolean isForsaken(Owner other, Instant before) {
        return database.run(FAILED, session -> {
            Optional<Long> latest = session.first(
                    other.restrict(LATEST) + NewestFirst.ofApplication(session.dialect()) + " LIMIT 1",
                    Parameters.NONE,
                    row -> row.longNumber("id"));
            return latest.filter(key -> key >= HistoryKeys.from(before)).isEmpty()
                    && session.first(
                                    other.restrict(ALIVE),
                                    parameters -> parameters.instant(before),
                                    row -> row.text("group_id"))
                            .isEmpty();
        });
    }

    private boolean removeSome(Owner other) {
        return database.together(FAILED, session -> OldRows.remove(session, other, 0, Long.MAX_VALUE, true))
                .isPresent();
    }
}
