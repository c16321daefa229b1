package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.operate.HistoryTotal;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStore;

/** Stores ended executions in the tables {@code abakus_history} and {@code abakus_failure}. Thread-safe. */
final class JdbcEnds implements HistoryStore {

    /** A query that would otherwise read every row reads only this many of the newest rows. */
    private static final int MOST_SCANNED = 100_000;

    /** How long a query may hold a connection. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String KEYS =
            "SELECT id FROM abakus_history WHERE id >= ? AND id < ? AND %s AND " + FreshRead.CONDITION;
    private static final String ONE_AFTER = " OFFSET ? ROWS FETCH NEXT 1 ROWS ONLY";
    private static final String COUNT =
            "SELECT COUNT(*) AS total FROM abakus_history WHERE %s AND " + FreshRead.CONDITION;
    private static final String OF_TASK = "SELECT " + EndedRow.COLUMNS
            + " FROM abakus_history WHERE task_id = ? AND %s AND " + FreshRead.CONDITION + " ORDER BY id DESC LIMIT ?";
    private static final String PRESENT =
            "SELECT id FROM abakus_history WHERE id BETWEEN ? AND ? AND " + FreshRead.CONDITION;
    private static final String MARK =
            "UPDATE abakus_failure SET retried_as = ? WHERE history_id = ? AND retried_as IS NULL";
    private static final String NOT_RETRYABLE = "UPDATE abakus_history SET retryable = FALSE WHERE id = ?";

    private static final String REASON = "CASE WHEN retryable THEN '" + HistoryStore.RETRYABLE
            + "' WHEN state NOT IN ('FAILURE', 'REJECTED', 'REVOKED', 'EXPIRED') THEN '" + Reason.NOT_FAILED.code()
            + "' WHEN EXISTS (SELECT 1 FROM abakus_failure WHERE history_id = abakus_history.id"
            + " AND retried_as IS NOT NULL) THEN '" + Reason.ALREADY_RETRIED.code()
            + "' ELSE '" + Reason.BODY_NOT_KEPT.code() + "' END";

    private static final String DELETE = "DELETE FROM abakus_history WHERE id = ? AND %s";
    private static final String DELETE_EVIDENCE =
            "DELETE FROM abakus_failure WHERE history_id IN" + " (SELECT id FROM abakus_history WHERE id = ? AND %s)";

    private static final String NOT_STORED = "Ended tasks could not be stored";

    private final Database database;
    private final Owner owner;
    private final int mostScanned;

    /** Creates a store of this application's executions in this database. */
    JdbcEnds(Database database, Owner owner) {
        this(database, owner, MOST_SCANNED);
    }

    /** Creates a store with this limit instead of {@link #MOST_SCANNED}. */
    JdbcEnds(Database database, Owner owner, int mostScanned) {
        this.database = database;
        this.owner = owner;
        this.mostScanned = mostScanned;
    }

    @Override
    public void add(List<HistoryRow> rows) {
        try {
            database.together(NOT_STORED, session -> insert(session, rows));
        } catch (OperationalException e) {
            if (!(e.getCause() instanceof SQLException sql && SqlTrouble.isDuplicateKey(sql))) {
                throw e;
            }
            // Another node created a group first, or an earlier attempt was stored although it seemed to fail.
            database.together(NOT_STORED, session -> insert(session, missing(session, rows)));
        }
    }

    private boolean insert(Session session, List<HistoryRow> rows) throws SQLException {
        session.updateEach(EndedRow.INSERT, rows, (parameters, row) -> EndedRow.write(parameters, row.ended(), owner));
        List<HistoryRow> withEvidence =
                rows.stream().filter(row -> row.evidence().isPresent()).toList();
        if (!withEvidence.isEmpty()) {
            session.updateEach(EvidenceRow.INSERT, withEvidence, EvidenceRow::write);
            new CountedFailures(owner, withEvidence).add(session);
        }
        return true;
    }

    private static List<HistoryRow> missing(Session session, List<HistoryRow> rows) throws SQLException {
        long first = rows.stream().mapToLong(row -> row.ended().id()).min().orElseThrow();
        long last = rows.stream().mapToLong(row -> row.ended().id()).max().orElseThrow();
        Set<Long> present = new HashSet<>(session.list(
                PRESENT, parameters -> parameters.number(first).number(last), row -> row.longNumber("id")));
        return rows.stream().filter(row -> !present.contains(row.ended().id())).toList();
    }

    @Override
    public List<EndedTask> page(HistoryQuery query, long before, int most) {
        return within("Ended tasks could not be searched for", query, session -> {
            Selection selection = bounded(session, query);
            selection.endBelow(before);
            return session.list(
                    "SELECT " + EndedRow.COLUMNS + " FROM abakus_history" + selection.where() + selection.order()
                            + " LIMIT ?",
                    selection.with(most),
                    EndedRow::read);
        });
    }

    private <T> T within(String otherwise, HistoryQuery query, Database.Work<T> work) {
        return database.runWithin(LONGEST, otherwise, () -> Narrower.sentence(query, LONGEST), work);
    }

    private Selection bounded(Session session, HistoryQuery query) throws SQLException {
        Selection selection = new Selection(owner, query, session.dialect());
        if (selection.isWide()) {
            session.first(
                            owner.restrict(KEYS) + NewestFirst.ofApplication(session.dialect()) + ONE_AFTER,
                            parameters -> parameters
                                    .number(selection.from())
                                    .number(selection.below())
                                    .number(mostScanned),
                            row -> row.longNumber("id"))
                    .ifPresent(key -> selection.startAt(key + 1));
        }
        return selection;
    }

    @Override
    public HistoryTotal total(HistoryQuery query, int most) {
        return within("Ended tasks could not be counted", query, session -> {
            Selection selection = bounded(session, query);
            return session.first(
                            "SELECT COUNT(*) AS found, COALESCE(SUM(weight), 0) AS executions FROM"
                                    + " (SELECT weight FROM abakus_history" + selection.where()
                                    + " LIMIT ?) AS counted",
                            selection.with(most + 1),
                            row -> {
                                long found = row.longNumber("found");
                                return new HistoryTotal(
                                        Math.min(found, most),
                                        row.longNumber("executions"),
                                        found <= most && !selection.isCut());
                            })
                    .orElseThrow();
        });
    }

    @Override
    public Map<String, Long> facets(HistoryQuery query, HistoryField by, int rows, int most) {
        String column = Selection.column(by);
        return within("Ended tasks could not be counted", query, session -> {
            Selection selection = bounded(session, query);
            Map<String, Long> counts = new LinkedHashMap<>();
            session.forEach(
                    "SELECT facet, SUM(weight) AS executions FROM (SELECT " + column
                            + " AS facet, weight FROM abakus_history" + selection.where()
                            + selection.order() + " LIMIT ?) AS counted WHERE facet IS NOT NULL"
                            + " GROUP BY facet ORDER BY executions DESC, facet LIMIT ?",
                    selection.with(rows, most),
                    row -> {
                        counts.put(row.text("facet"), row.longNumber("executions"));
                        return true;
                    });
            return by == HistoryField.STATE ? StateWords.of(counts) : counts;
        });
    }

    @Override
    public Map<String, Long> retryability(HistoryQuery query) {
        return within("Ended tasks could not be counted", query, session -> {
            Selection selection = bounded(session, query);
            Map<String, Long> counts = new LinkedHashMap<>();
            session.forEach(
                    "SELECT reason, COUNT(*) AS found FROM (SELECT " + REASON + " AS reason FROM abakus_history"
                            + selection.where() + ") AS counted GROUP BY reason",
                    selection.with(),
                    row -> {
                        counts.put(row.text("reason"), row.longNumber("found"));
                        return true;
                    });
            return counts;
        });
    }

    @Override
    public List<EndedTask> executions(String taskId, int most) {
        return database.run(
                "The executions of task " + taskId + " could not be read",
                session -> session.list(
                        owner.restrict(OF_TASK),
                        parameters -> parameters.text(taskId).number(most),
                        EndedRow::read));
    }

    @Override
    public Optional<HistoryEvidence> evidence(long id) {
        return database.run(
                "A failure could not be read",
                session -> session.first(EvidenceRow.SELECT, parameters -> parameters.number(id), EvidenceRow::read));
    }

    @Override
    public boolean markRetried(long id, String newTaskId) {
        return database.together("A retry could not be recorded", session -> {
            int changed = session.update(
                    MARK, parameters -> parameters.text(newTaskId).number(id));
            session.update(NOT_RETRYABLE, parameters -> parameters.number(id));
            return changed > 0;
        });
    }

    @Override
    public Optional<Long> remove(long from, long below, boolean failuresToo) {
        return database.together(
                "Old executions could not be deleted",
                session -> OldRows.remove(session, owner, from, below, failuresToo));
    }

    @Override
    public int delete(List<Long> ids) {
        return database.together("Ended tasks could not be deleted", session -> {
            session.updateEach(owner.restrict(DELETE_EVIDENCE), ids, (parameters, id) -> parameters.number(id));
            return IntStream.of(
                            session.updateEach(owner.restrict(DELETE), ids, (parameters, id) -> parameters.number(id)))
                    .filter(changed -> changed > 0)
                    .sum();
        });
    }

    @Override
    public void removeForsaken(Instant before) {
        new ForsakenRows(database, owner).remove(before);
    }

    /** Counts from the oldest row, so that both databases can use the index. */
    @Override
    public Optional<Long> keyAfter(long rows) {
        return database.run("Ended tasks could not be counted", session -> {
            long total = session.first(owner.restrict(COUNT), Parameters.NONE, row -> row.longNumber("total"))
                    .orElse(0L);
            return total <= rows
                    ? Optional.<Long>empty()
                    : session.first(
                            owner.restrict(KEYS) + " ORDER BY id" + ONE_AFTER,
                            parameters ->
                                    parameters.number(0L).number(Long.MAX_VALUE).number(total - rows - 1),
                            row -> row.longNumber("id"));
        });
    }
}
