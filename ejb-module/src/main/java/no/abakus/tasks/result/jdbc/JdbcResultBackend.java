package no.abakus.tasks.result.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StateChange;
import no.abakus.tasks.port.StoredAttempt;
import no.abakus.tasks.port.TaskProgress;
import no.abakus.tasks.port.TaskRecord;

/** Stores results in the tables {@code abakus_result} and {@code abakus_attempt}. Thread-safe. */
public final class JdbcResultBackend implements ResultBackend {

    private static final String INSERT = "INSERT INTO abakus_result (task_id, task, state, root_id, parent_id, retries,"
            + " worker, queued_at, started_at, ended_at, expires_at, content_type, compression, content, children, token)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE abakus_result SET state = ?, retries = ?, worker = ?, started_at = COALESCE(?, started_at),"
                    + " ended_at = ?, expires_at = ?, content_type = ?, compression = ?, content = ?, children = ?"
                    + " WHERE task_id = ? AND retries <= ? AND state IN ('QUEUED', 'STARTED', 'RETRY', ?)"
                    + " AND task = ? AND token IS NOT DISTINCT FROM ?";
    /** The fourth state in the statement's list if an execution begins, because it may also begin from this state. */
    private static final String ALSO_BEGINS_FROM = "REJECTED";
    /**
     * The fourth state if an execution ends. It repeats a state of the list, because no fourth state is needed then.
     */
    private static final String ENDS_FROM = "STARTED";

    private static final String FIND = "SELECT * FROM abakus_result WHERE task_id = ? AND " + FreshRead.CONDITION;
    private static final String PROGRESS = "SELECT task_id, state, retries, task, token FROM abakus_result WHERE "
            + FreshRead.CONDITION + " AND task_id IN (";
    private static final String STATE = "SELECT state FROM abakus_result WHERE task_id = ? AND " + FreshRead.CONDITION;
    private static final String FORGET = "DELETE FROM abakus_result WHERE task_id = ?";
    private static final String REVOKE = "UPDATE abakus_result SET state = 'REVOKED', ended_at = ?"
            + " WHERE task_id = ? AND state IN ('QUEUED', 'RETRY')";
    private static final String REMOVE_EXPIRED = "DELETE FROM abakus_result WHERE task_id IN (SELECT task_id FROM"
            + " abakus_result WHERE expires_at < ? ORDER BY expires_at FETCH FIRST ? ROWS ONLY)";

    private final Database database;

    /** Creates a store of results in this database. */
    public JdbcResultBackend(Database database) {
        this.database = database;
    }

    @Override
    public void queued(TaskRecord record) {
        database.together("Task " + record.id() + " could not be recorded as sent", session -> {
            try {
                return insert(session, record);
            } catch (SQLException e) {
                if (SqlTrouble.isDuplicateKey(e)) {
                    // The earlier attempt may be one whose commit was reported as failed.
                    throw new TaskOptionException(
                            "The task id '" + record.id()
                                    + "' is taken; this attempt sent nothing, but an earlier one may have sent it",
                            e);
                }
                throw e;
            }
        });
    }

    private static int insert(Session session, TaskRecord record) throws SQLException {
        return session.update(INSERT, parameters -> Records.setAll(parameters, record));
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
        return database.together(couldNotBeRecorded(changes), session -> changed(session, changes));
    }

    private static String couldNotBeRecorded(List<StateChange> changes) {
        StateChange first = changes.get(0);
        String what = first.isStart() ? "The start of task " : "The outcome of task ";
        String others = changes.size() == 1 ? "" : " (and of " + (changes.size() - 1) + " more)";
        return what + first.record().id() + others + " could not be recorded";
    }

    private static List<Boolean> changed(Session session, List<StateChange> changes) throws SQLException {
        // Rows are always locked in the same order, so that no two transactions wait for each other.
        List<StateChange> ordered = changes.stream()
                .sorted(Comparator.comparing(change -> change.record().id()))
                .toList();
        int[] counts = session.updateEach(UPDATE, ordered, (parameters, change) -> {
            Records.setOutcome(parameters, change.record());
            parameters
                    .text(change.record().id())
                    .number(change.execution())
                    .text(change.isStart() ? ALSO_BEGINS_FROM : ENDS_FROM)
                    .text(change.record().task())
                    .text(change.record().token());
        });
        IdentityHashMap<StateChange, Boolean> recorded = new IdentityHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            StateChange change = ordered.get(i);
            recorded.put(change, counts[i] == 1 || isNew(session, change.record()));
        }
        return changes.stream().map(recorded::get).toList();
    }

    private static boolean isNew(Session session, TaskRecord record) throws SQLException {
        if (state(session, record.id()) != TaskState.UNKNOWN) {
            return false;
        }
        // If two inserts race, the primary key rejects the second insert, and its message is redelivered.
        insert(session, record);
        return true;
    }

    private static TaskState state(Session session, String id) throws SQLException {
        return session.first(STATE, parameters -> parameters.text(id), row -> TaskState.valueOf(row.text("state")))
                .orElse(TaskState.UNKNOWN);
    }

    @Override
    public void attempted(StoredAttempt attempt) {
        database.together("An attempt of task " + attempt.id() + " could not be recorded", session -> {
            Attempts.insert(session, attempt);
            return null;
        });
    }

    @Override
    public List<StoredAttempt> attempts(String id) {
        return KeyText.fits(id)
                ? database.run(
                        "The attempts of task " + id + " could not be read", session -> Attempts.find(session, id))
                : List.of();
    }

    @Override
    public Optional<TaskRecord> find(String id) {
        return KeyText.fits(id)
                ? database.run(
                        "Task " + id + " could not be read",
                        session -> session.first(FIND, parameters -> parameters.text(id), Records::read))
                : Optional.empty();
    }

    @Override
    public List<TaskProgress> progress(List<String> ids) {
        return database.run("The progress of task " + ids.get(0) + " could not be read", session -> {
            Map<String, TaskProgress> found = new HashMap<>();
            int places = places(ids.size());
            session.forEach(
                    PROGRESS + "?, ".repeat(places - 1) + "?)",
                    parameters -> {
                        for (int i = 0; i < places; i++) {
                            parameters.text(ids.get(Math.min(i, ids.size() - 1)));
                        }
                    },
                    row -> {
                        found.put(row.text("task_id"), Records.progress(row));
                        return true;
                    });
            return ids.stream()
                    .map(id -> found.getOrDefault(id, TaskProgress.UNKNOWN))
                    .toList();
        });
    }

    /**
     * Returns the number of placeholders for the ids: the next power of two. A driver prepares each statement text
     * separately, so there should be few different texts.
     */
    private static int places(int ids) {
        return ids == 1 ? 1 : Integer.highestOneBit(ids - 1) << 1;
    }

    @Override
    public boolean forget(String id) {
        return KeyText.fits(id)
                && database.together(
                        "Task " + id + " could not be deleted",
                        session -> session.update(FORGET, parameters -> parameters.text(id)) > 0);
    }

    @Override
    public TaskState revoke(String id, Instant at) {
        if (!KeyText.fits(id)) {
            // No task can have that id.
            return TaskState.UNKNOWN;
        }
        return database.together("Task " + id + " could not be revoked", session -> {
            TaskState before = state(session, id);
            boolean waits = before == TaskState.QUEUED || before == TaskState.RETRY;
            if (waits
                    && session.update(
                                    REVOKE, parameters -> parameters.instant(at).text(id))
                            == 0) {
                // An execution was recorded first.
                return state(session, id);
            }
            return before;
        });
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return database.together(
                "Expired results could not be deleted",
                session -> session.update(
                        REMOVE_EXPIRED, parameters -> parameters.instant(now).number(most)));
    }
}
