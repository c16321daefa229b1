package no.abakus.tasks.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Revocation;

/**
 * Revokes tasks on behalf of programs that are not nodes. Records the revocation in the database, where nodes find it
 * at their next poll. A running task is not interrupted, but it is not run again. Thread-safe.
 */
public final class NotedRevoking implements Revoking {

    private final ResultBackend backend;
    private final OrderStore orders;
    private final TaskClock clock;
    private final Duration retention;

    /** Creates an object that stores revocations in {@code orders}, where they are valid for {@code retention}. */
    public NotedRevoking(ResultBackend backend, OrderStore orders, TaskClock clock, Duration retention) {
        this.backend = backend;
        this.orders = orders;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public RevokeOutcome revoke(String id, boolean terminate) {
        Instant now = clock.now();
        if (!KeyText.fits(id)) {
            // No task can have that id.
            return RevokeOutcome.FLAGGED;
        }
        if (backend.progress(List.of(id)).get(0).state().isFinal()) {
            return RevokeOutcome.ALREADY_DONE;
        }
        // The order is stored first, because nodes obey it even if this program ends between the two writes.
        orders.revoke(new Revocation(id, terminate, now, now.plus(retention)));
        return backend.revoke(id, now).isFinal() ? RevokeOutcome.ALREADY_DONE : RevokeOutcome.FLAGGED;
    }
}
