package no.abakus.tasks.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.spi.Revocation;
import no.abakus.tasks.spi.StoredAttempt;
import no.abakus.tasks.spi.TaskRecord;

/** Where results are out of reach: a program that sends tasks without the servers' database. Thread-safe. */
public final class NoResults implements ResultBackend {

    private static OperationalException outOfReach() {
        return new OperationalException(
                "Results are kept in the database of the servers, and this program has no access"
                        + " to it; ask over REST, GET /abakus/api/results/{id}");
    }

    @Override
    public void queued(TaskRecord record) {
        throw outOfReach();
    }

    @Override
    public boolean started(TaskRecord record) {
        throw outOfReach();
    }

    @Override
    public boolean ended(TaskRecord record, int execution) {
        throw outOfReach();
    }

    @Override
    public void attempted(StoredAttempt attempt) {
        throw outOfReach();
    }

    @Override
    public List<StoredAttempt> attempts(String id) {
        throw outOfReach();
    }

    @Override
    public Optional<TaskRecord> find(String id) {
        throw outOfReach();
    }

    @Override
    public boolean forget(String id) {
        throw outOfReach();
    }

    @Override
    public TaskState revoke(Revocation revocation) {
        throw outOfReach();
    }

    @Override
    public Optional<Revocation> revocation(String id) {
        throw outOfReach();
    }

    @Override
    public List<Revocation> revocationsSince(Instant at) {
        throw outOfReach();
    }

    @Override
    public int removeExpired(Instant now, int most) {
        throw outOfReach();
    }
}
