package no.abakus.tasks.result.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.spi.Revocation;
import no.abakus.tasks.spi.StateChange;
import no.abakus.tasks.spi.StoredAttempt;
import no.abakus.tasks.spi.TaskProgress;
import no.abakus.tasks.spi.TaskRecord;
import no.abakus.tasks.spi.Transactions;

/**
 * Results in the tables {@code abakus_result}, {@code abakus_attempt} and {@code abakus_revocation}, which it makes when they are first needed: an
 * application that ignores all results needs no database. Thread-safe.
 */
public final class JdbcResultBackend implements ResultBackend {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT = "INSERT INTO abakus_result (task_id, task, state, root_id, parent_id, retries,"
            + " worker, queued_at, started_at, ended_at, expires_at, content_type, compression, content, children, token)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE abakus_result SET state = ?, retries = ?, worker = ?, started_at = COALESCE(?, started_at),"
                    + " ended_at = ?, expires_at = ?, content_type = ?, compression = ?, content = ?, children = ?"
                    + " WHERE task_id = ? AND retries <= ? AND state IN ('QUEUED', 'STARTED', 'RETRY', ?)"
                    + " AND task = ? AND (token IS NULL OR token = ?)";
    /** What a beginning may come from as well, in the place that an end fills with a state named already. */
    private static final String ALSO_BEGINS_FROM = "REJECTED";

    private static final String ENDS_FROM = "STARTED";
    private static final String FIND = "SELECT * FROM abakus_result WHERE task_id = ? AND " + FreshRead.CONDITION;
    private static final String PROGRESS = "SELECT task_id, state, retries, task, token FROM abakus_result WHERE "
            + FreshRead.CONDITION + " AND task_id IN (";
    private static final String STATE = "SELECT state FROM abakus_result WHERE task_id = ? AND " + FreshRead.CONDITION;
    private static final String FORGET = "DELETE FROM abakus_result WHERE task_id = ?";
    private static final String REVOKE = "UPDATE abakus_result SET state = 'REVOKED', ended_at = ?"
            + " WHERE task_id = ? AND state IN ('QUEUED', 'RETRY')";
    private static final String NOTE_AGAIN =
            "UPDATE abakus_revocation SET terminates = ?, revoked_at = ?, expires_at = ? WHERE task_id = ?";
    private static final String NOTE =
            "INSERT INTO abakus_revocation (terminates, revoked_at, expires_at, task_id) VALUES (?, ?, ?, ?)";
    private static final String REVOCATION =
            "SELECT task_id, terminates, revoked_at, expires_at FROM abakus_revocation WHERE task_id = ? AND "
                    + FreshRead.CONDITION;
    private static final String REVOCATIONS =
            "SELECT task_id, terminates, revoked_at, expires_at FROM abakus_revocation WHERE revoked_at >= ? AND "
                    + FreshRead.CONDITION;

    private final Supplier<DataSource> source;
    private final Transactions transactions;
    private volatile DataSource ready;

    /** Results in this data source, which is asked for when it is first needed. */
    public JdbcResultBackend(Supplier<DataSource> source, Transactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /** Makes the tables now, so that what is wrong with the database is seen at start. */
    public void prepare() {
        if (ready == null) {
            // Outside of the caller's transaction: some databases commit at every change of a table.
            ready = transactions.outside(this::migrated);
        }
    }

    /** Whether it was needed so far. */
    public boolean isPrepared() {
        return ready != null;
    }

    /** Whether the database answers; true where nobody has needed it so far. */
    public boolean answers() {
        try {
            return ready == null || progress(List.of("-")).size() == 1;
        } catch (OperationalException e) {
            return false;
        }
    }

    private synchronized DataSource migrated() {
        if (ready != null) {
            return ready;
        }
        DataSource found = source.get();
        try (Connection connection = found.getConnection()) {
            Schema.migrate(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of("The tables for results could not be made", e);
        }
        return found;
    }

    @Override
    public void queued(TaskRecord record) {
        write("Task " + record.id() + " could not be kept as sent", connection -> {
            try {
                insert(connection, record);
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw new TaskOptionException("The task id '" + record.id() + "' is taken; nothing was sent", e);
                }
                throw e;
            }
            return null;
        });
    }

    @Override
    public boolean started(TaskRecord record) {
        return changed(StateChange.start(record));
    }

    @Override
    public boolean ended(TaskRecord record, int execution) {
        return changed(new StateChange(record, execution));
    }

    private boolean changed(StateChange change) {
        return changed(List.of(change)).get(0);
    }

    @Override
    public List<Boolean> changed(List<StateChange> changes) {
        return write(couldNotBeKept(changes), connection -> changed(connection, changes));
    }

    private static String couldNotBeKept(List<StateChange> changes) {
        StateChange first = changes.get(0);
        String what = first.isStart() ? "The start of task " : "The outcome of task ";
        String others = changes.size() == 1 ? "" : ", kept together with " + (changes.size() - 1) + " more,";
        return what + first.record().id() + others + " could not be kept";
    }

    private static List<Boolean> changed(Connection connection, List<StateChange> changes) throws SQLException {
        // Rows are locked in one order, so that of two that lock the same ones, neither waits for the other for ever.
        List<StateChange> ordered = changes.stream()
                .sorted(Comparator.comparing(change -> change.record().id()))
                .toList();
        IdentityHashMap<StateChange, Boolean> kept = new IdentityHashMap<>();
        int[] counts = update(connection, ordered);
        for (int i = 0; i < counts.length; i++) {
            StateChange change = ordered.get(i);
            kept.put(change, counts[i] == 1 || isNew(connection, change.record()));
        }
        return changes.stream().map(kept::get).toList();
    }

    private static boolean isNew(Connection connection, TaskRecord record) throws SQLException {
        if (state(connection, record.id()) != TaskState.UNKNOWN) {
            return false;
        }
        // Two that get here at once meet at the primary key; the message of the second is delivered again.
        insert(connection, record);
        return true;
    }

    private static int[] update(Connection connection, List<StateChange> changes) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (StateChange change : changes) {
                TaskRecord record = change.record();
                new Row(update)
                        .text(record.state().name())
                        .number(record.retries())
                        .text(record.worker().orElse(null))
                        .instant(record.startedAt())
                        .instant(record.endedAt())
                        .instant(record.expiresAt())
                        .value(record.value())
                        .children(record.children())
                        .text(record.id())
                        .number(change.execution())
                        .text(change.isStart() ? ALSO_BEGINS_FROM : ENDS_FROM)
                        .text(record.task())
                        .text(record.token().orElse(null));
                update.addBatch();
            }
            return update.executeBatch();
        }
    }

    private static void insert(Connection connection, TaskRecord record) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            new Row(insert)
                    .text(record.id())
                    .text(record.task())
                    .text(record.state().name())
                    .text(record.rootId())
                    .text(record.parentId().orElse(null))
                    .number(record.retries())
                    .text(record.worker().orElse(null))
                    .instant(record.queuedAt())
                    .instant(record.startedAt())
                    .instant(record.endedAt())
                    .instant(record.expiresAt())
                    .value(record.value())
                    .children(record.children())
                    .text(record.token().orElse(null));
            insert.executeUpdate();
        }
    }

    @Override
    public void attempted(StoredAttempt attempt) {
        write("An attempt of task " + attempt.id() + " could not be kept", connection -> {
            Attempts.insert(connection, attempt);
            return null;
        });
    }

    @Override
    public List<StoredAttempt> attempts(String id) {
        if (!KeyText.fits(id)) {
            return List.of();
        }
        return read("The attempts of task " + id + " could not be read", connection -> Attempts.find(connection, id));
    }

    @Override
    public Optional<TaskRecord> find(String id) {
        if (!KeyText.fits(id)) {
            return Optional.empty();
        }
        return read("Task " + id + " could not be read", connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                new Row(select).text(id);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(Row.read(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<TaskProgress> progress(List<String> ids) {
        return read("How far task " + ids.get(0) + " has come could not be read", connection -> {
            Map<String, TaskProgress> found = new HashMap<>();
            int places = places(ids.size());
            try (PreparedStatement select = connection.prepareStatement(PROGRESS + "?, ".repeat(places - 1) + "?)")) {
                Row row = new Row(select);
                for (int i = 0; i < places; i++) {
                    row.text(ids.get(Math.min(i, ids.size() - 1)));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        TaskState state = TaskState.valueOf(rows.getString(2));
                        found.put(
                                rows.getString(1),
                                new TaskProgress(
                                        state,
                                        rows.getInt(3),
                                        rows.getString(4),
                                        Optional.ofNullable(rows.getString(5))));
                    }
                }
            }
            return ids.stream()
                    .map(id -> found.getOrDefault(id, TaskProgress.UNKNOWN))
                    .toList();
        });
    }

    /** The next power of two: a driver prepares each text anew, and so there are few of them. */
    private static int places(int ids) {
        return ids == 1 ? 1 : Integer.highestOneBit(ids - 1) << 1;
    }

    private static TaskState state(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATE)) {
            new Row(select).text(id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? TaskState.valueOf(rows.getString(1)) : TaskState.UNKNOWN;
            }
        }
    }

    @Override
    public boolean forget(String id) {
        if (!KeyText.fits(id)) {
            return false;
        }
        return write("Task " + id + " could not be forgotten", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                new Row(delete).text(id);
                return delete.executeUpdate() > 0;
            }
        });
    }

    @Override
    public TaskState revoke(Revocation revocation) {
        if (!KeyText.fits(revocation.id())) {
            // No task can have that id, and so none of it runs.
            return TaskState.UNKNOWN;
        }
        return write("Task " + revocation.id() + " could not be revoked", connection -> {
            TaskState before = state(connection, revocation.id());
            if (before.isFinal()) {
                return before;
            }
            if ((before == TaskState.QUEUED || before == TaskState.RETRY) && !revokeWaiting(connection, revocation)) {
                // Somebody was faster: it has begun, or ended, meanwhile.
                before = state(connection, revocation.id());
            }
            if (!before.isFinal() && !note(connection, NOTE_AGAIN, revocation)) {
                note(connection, NOTE, revocation);
            }
            return before;
        });
    }

    private static boolean revokeWaiting(Connection connection, Revocation revocation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REVOKE)) {
            new Row(update).instant(revocation.at()).text(revocation.id());
            return update.executeUpdate() == 1;
        }
    }

    private static boolean note(Connection connection, String sql, Revocation revocation) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            new Row(write)
                    .yesOrNo(revocation.terminate())
                    .instant(revocation.at())
                    .instant(revocation.expiresAt())
                    .text(revocation.id());
            return write.executeUpdate() == 1;
        }
    }

    @Override
    public Optional<Revocation> revocation(String id) {
        if (!KeyText.fits(id)) {
            return Optional.empty();
        }
        return read("The revocation of task " + id + " could not be read", connection -> {
            try (PreparedStatement select = connection.prepareStatement(REVOCATION)) {
                new Row(select).text(id);
                return revocations(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<Revocation> revocationsSince(Instant at) {
        return read("Revocations could not be read", connection -> {
            try (PreparedStatement select = connection.prepareStatement(REVOCATIONS)) {
                new Row(select).instant(at);
                return revocations(select);
            }
        });
    }

    private static List<Revocation> revocations(PreparedStatement select) throws SQLException {
        List<Revocation> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Revocation(
                        rows.getString("task_id"),
                        rows.getBoolean("terminates"),
                        Row.instant(rows, "revoked_at").orElseThrow(),
                        Row.instant(rows, "expires_at").orElseThrow()));
            }
        }
        return found;
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return write("Expired results could not be deleted", connection -> {
            int removed = 0;
            for (String table : List.of("abakus_result", "abakus_revocation")) {
                String sql = "DELETE FROM " + table + " WHERE task_id IN (SELECT task_id FROM " + table
                        + " WHERE expires_at < ? ORDER BY expires_at FETCH FIRST " + most + " ROWS ONLY)";
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    new Row(delete).instant(now);
                    removed += delete.executeUpdate();
                }
            }
            return removed;
        });
    }

    /** In the thread's transaction or, where there is none, in one of the connection's. */
    private <T> T write(String otherwise, Work<T> work) {
        return read(otherwise, transactions.isActive() ? work : together(work));
    }

    private <T> T read(String otherwise, Work<T> work) {
        prepare();
        try (Connection connection = ready.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(otherwise, e);
        }
    }

    /** All of it or nothing, in a transaction of this connection's, committed in so many words. */
    private static <T> Work<T> together(Work<T> work) {
        return connection -> {
            connection.setAutoCommit(false);
            try {
                T done = work.with(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        };
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
