package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StoredAttempt;
import no.abakus.tasks.port.TaskRecord;

/** Results in a map. Passes {@code ResultBackendContract}. Thread-safe. */
public final class InMemoryResults implements ResultBackend, Undoable {

    private static final Set<TaskState> MAY_BEGIN =
            Set.of(TaskState.QUEUED, TaskState.STARTED, TaskState.RETRY, TaskState.REJECTED);
    private static final Set<TaskState> MAY_END = Set.of(TaskState.QUEUED, TaskState.STARTED, TaskState.RETRY);

    private final Map<String, TaskRecord> records = new HashMap<>();
    private final List<StoredAttempt> attempts = new ArrayList<>();
    private String outage;
    private Set<TaskState> refused = Set.of();
    private int accesses;

    private void access() {
        accesses++;
        checkReach();
    }

    private void checkReach() {
        if (outage != null) {
            throw new OperationalException("The results are out of reach: " + outage);
        }
    }

    /** Makes every access fail from now on, until {@link #restore}. */
    public synchronized void breakDown(String why) {
        outage = why;
    }

    /** Makes the store refuse from now on to record the end of a task in one of these states. */
    public synchronized void refuse(TaskState... states) {
        refused = Set.of(states);
    }

    /** Ends {@link #breakDown}. */
    public synchronized void restore() {
        outage = null;
    }

    /** Returns the number of accesses so far. */
    public synchronized int accesses() {
        return accesses;
    }

    @Override
    public synchronized void queued(TaskRecord record) {
        access();
        if (records.putIfAbsent(record.id(), record) != null) {
            throw new TaskOptionException("The task id '" + record.id()
                    + "' is taken; this attempt sent nothing, but an earlier one may have sent it");
        }
    }

    @Override
    public synchronized boolean started(TaskRecord record) {
        access();
        return put(record, record.retries(), MAY_BEGIN);
    }

    @Override
    public synchronized boolean ended(TaskRecord record, int execution) {
        access();
        if (refused.contains(record.state())) {
            throw new TaskOptionException("The data is refused");
        }
        return put(record, execution, MAY_END);
    }

    private boolean put(TaskRecord record, int execution, Set<TaskState> from) {
        TaskRecord before = records.get(record.id());
        if (before != null
                && (!from.contains(before.state()) || before.retries() > execution || !owns(record, before))) {
            return false;
        }
        records.put(record.id(), before == null ? record : merged(before, record));
        return true;
    }

    private static boolean owns(TaskRecord now, TaskRecord before) {
        return now.task().equals(before.task()) && now.token().equals(before.token());
    }

    private static TaskRecord merged(TaskRecord before, TaskRecord now) {
        return new TaskRecord(
                now.id(),
                now.task(),
                now.state(),
                now.rootId(),
                now.parentId(),
                now.retries(),
                now.worker(),
                before.queuedAt(),
                now.startedAt().or(before::startedAt),
                now.endedAt(),
                now.expiresAt(),
                now.value(),
                now.children(),
                before.token());
    }

    @Override
    public synchronized void attempted(StoredAttempt attempt) {
        access();
        attempts.add(attempt);
        attempts.removeIf(one -> one.id().equals(attempt.id()) && one.retries() <= attempt.retries() - MOST_ATTEMPTS);
    }

    @Override
    public synchronized List<StoredAttempt> attempts(String id) {
        access();
        return attempts.stream()
                .filter(one -> one.id().equals(id) && records.containsKey(id))
                .toList();
    }

    @Override
    public synchronized Optional<TaskRecord> find(String id) {
        access();
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized boolean forget(String id) {
        access();
        attempts.removeIf(one -> one.id().equals(id));
        return records.remove(id) != null;
    }

    @Override
    public synchronized TaskState revoke(String id, Instant at) {
        access();
        TaskRecord record = records.get(id);
        if (record == null) {
            return TaskState.UNKNOWN;
        }
        if (record.state() == TaskState.QUEUED || record.state() == TaskState.RETRY) {
            records.put(id, revoked(record, at));
        }
        return record.state();
    }

    private static TaskRecord revoked(TaskRecord record, Instant at) {
        return new TaskRecord(
                record.id(),
                record.task(),
                TaskState.REVOKED,
                record.rootId(),
                record.parentId(),
                record.retries(),
                record.worker(),
                record.queuedAt(),
                record.startedAt(),
                Optional.of(at),
                record.expiresAt(),
                Optional.empty(),
                List.of(),
                record.token());
    }

    @Override
    public synchronized int removeExpired(Instant now, int most) {
        access();
        List<String> expired = records.values().stream()
                .filter(record -> record.expiresAt().isBefore(now))
                .map(TaskRecord::id)
                .limit(most)
                .toList();
        expired.forEach(records::remove);
        attempts.removeIf(one -> expired.contains(one.id()));
        return expired.size();
    }

    @Override
    public synchronized Runnable undo() {
        Map<String, TaskRecord> recordsBefore = new HashMap<>(records);
        List<StoredAttempt> attemptsBefore = List.copyOf(attempts);
        return () -> restore(recordsBefore, attemptsBefore);
    }

    private synchronized void restore(Map<String, TaskRecord> before, List<StoredAttempt> attemptsBefore) {
        attempts.clear();
        attempts.addAll(attemptsBefore);
        records.clear();
        records.putAll(before);
    }
}
