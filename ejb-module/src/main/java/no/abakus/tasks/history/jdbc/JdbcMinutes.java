package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.MinuteStore;

/** Stores the counts of executions in the table {@code abakus_minute}. Thread-safe. */
final class JdbcMinutes implements MinuteStore {

    private static final String SELECT = "SELECT " + MinuteRow.COLUMNS + " FROM abakus_minute WHERE ";
    private static final String ONE = SELECT + MinuteRow.KEY + " AND " + FreshRead.CONDITION;
    private static final String RANGE = "%s AND minute_at >= ? AND minute_at < ?";
    private static final String ALL = SELECT + RANGE + " AND " + FreshRead.CONDITION;
    private static final String OF_TASK = SELECT + RANGE + " AND task = ? AND " + FreshRead.CONDITION;
    private static final String FIRST_MINUTE = "SELECT minute_at FROM abakus_minute WHERE " + RANGE
            + " AND node <> '' AND " + FreshRead.CONDITION + " ORDER BY minute_at LIMIT 1";
    private static final String REMOVE = "DELETE FROM abakus_minute WHERE " + MinuteRow.KEY;
    private static final String REMOVE_RANGE = "DELETE FROM abakus_minute WHERE " + RANGE;

    private final Database database;
    private final Owner owner;

    /** All counts before this instant are already combined by hour, so they need not be read again. */
    private volatile Instant rolledUp = Instant.EPOCH;

    /** Creates a store of this application's counts in this database. */
    JdbcMinutes(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    private MinuteCounts read(Row row) throws SQLException {
        return MinuteRow.read(row, owner);
    }

    @Override
    public void count(List<MinuteCounts> counts) {
        List<MinuteCounts> sorted = counts.stream()
                .sorted(Comparator.comparing(MinuteCounts::at).thenComparing(MinuteCounts::task))
                .toList();
        database.together("The counts of tasks could not be stored", session -> {
            for (MinuteCounts one : sorted) {
                add(session, one);
            }
            return null;
        });
    }

    /**
     * Adds counts to their row. Only the node itself adds to its recent rows, so no count is lost between the read and
     * the write.
     */
    void add(Session session, MinuteCounts counts) throws SQLException {
        Optional<MinuteCounts> before =
                session.first(ONE, parameters -> MinuteRow.key(parameters, counts, owner), this::read);
        if (before.isPresent()) {
            MinuteCounts sum = before.get().plus(counts);
            session.update(
                    MinuteRow.UPDATE, parameters -> MinuteRow.key(MinuteRow.counts(parameters, sum), sum, owner));
        } else {
            insert(session, counts);
        }
    }

    private void insert(Session session, MinuteCounts counts) throws SQLException {
        session.update(
                MinuteRow.INSERT, parameters -> MinuteRow.key(MinuteRow.counts(parameters, counts), counts, owner)
                        .text(owner.column()));
    }

    @Override
    public List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task) {
        return database
                .run(
                        "The counts of tasks could not be read",
                        session -> session.list(
                                owner.restrict(task.isPresent() ? OF_TASK : ALL),
                                parameters -> {
                                    parameters.instant(from).instant(to);
                                    if (task.isPresent()) {
                                        parameters.text(owner.key(task.get()));
                                    }
                                },
                                this::read))
                .stream()
                .sorted(Comparator.comparing(MinuteCounts::at)
                        .thenComparing(MinuteCounts::task)
                        .thenComparing(MinuteCounts::node))
                .toList();
    }

    @Override
    public boolean rollUpAnHour(Instant before) {
        Instant from = rolledUp;
        Optional<Instant> first = database.run(
                "Old counts of tasks could not be combined",
                session -> session.first(
                        owner.restrict(FIRST_MINUTE),
                        parameters -> parameters.instant(from).instant(before),
                        row -> row.instant("minute_at")));
        if (first.isEmpty()) {
            rolledUp = before;
            return false;
        }
        Instant hour = first.get().truncatedTo(ChronoUnit.HOURS);
        database.together("Old counts of tasks could not be combined", session -> {
            rollUp(session, hour);
            return null;
        });
        return true;
    }

    /**
     * Combines the counts of an hour. Deletes only rows that it has read. If another node does the same at the same
     * time, that node waits for the locks. Then it finds no rows: the old rows are gone, and the combined counts are
     * not visible, because they were stored after that node's statement had started.
     */
    private void rollUp(Session session, Instant hour) throws SQLException {
        Session.Binding range = parameters -> parameters.instant(hour).instant(hour.plus(Duration.ofHours(1)));
        List<MinuteCounts> all = session.list(owner.restrict(SELECT + RANGE + " FOR UPDATE"), range, this::read);
        Map<String, MinuteCounts> byTask = new TreeMap<>();
        for (MinuteCounts one : all) {
            MinuteCounts ofHour = new MinuteCounts(hour, "", one.task(), one.ends(), one.waited(), one.took());
            byTask.merge(one.task(), ofHour, MinuteCounts::plus);
        }
        session.updateEach(REMOVE, all, (parameters, one) -> MinuteRow.key(parameters, one, owner));
        for (MinuteCounts sum : byTask.values()) {
            insert(session, sum);
        }
    }

    @Override
    public int removeMinutes(Instant before) {
        return database.run(
                "Old counts of tasks could not be deleted",
                session -> session.update(
                        owner.restrict(REMOVE_RANGE),
                        parameters -> parameters.instant(Instant.EPOCH).instant(before)));
    }
}
