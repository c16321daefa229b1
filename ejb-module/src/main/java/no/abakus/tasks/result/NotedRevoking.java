package no.abakus.tasks.result;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.spi.Revocation;
import no.abakus.tasks.spi.Transactions;

/**
 * Revokes for programs that are no nodes: notes the wish in the database, where nodes find it when they look next. A task that
 * runs is not interrupted by that, and not run again. Thread-safe.
 */
public final class NotedRevoking implements Revoking {

    private final ResultBackend backend;
    private final Transactions transactions;
    private final TaskClock clock;
    private final Duration retention;

    /** Notes in this backend, for as long as {@code retention}. */
    public NotedRevoking(ResultBackend backend, Transactions transactions, TaskClock clock, Duration retention) {
        this.backend = backend;
        this.transactions = transactions;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public RevokeOutcome revoke(String id, boolean terminate) {
        Instant now = clock.now();
        TaskState before =
                transactions.joined(() -> backend.revoke(new Revocation(id, terminate, now, now.plus(retention))));
        return before.isFinal() ? RevokeOutcome.ALREADY_DONE : RevokeOutcome.FLAGGED;
    }
}
