package no.abakus.tasks.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Revocation;

/**
 * Revokes on behalf of programs that are not nodes. It notes the revocation in the database, where nodes find it at
 * their next look. A running task is not interrupted, but it is not run again. Thread-safe.
 */
public final class NotedRevoking implements Revoking {

    private final ResultBackend backend;
    private final OrderStore orders;
    private final TaskClock clock;
    private final Duration retention;

    /** Records orders there, which hold for {@code retention}. */
    public NotedRevoking(ResultBackend backend, OrderStore orders, TaskClock clock, Duration retention) {
        this.backend = backend;
        this.orders = orders;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public RevokeOutcome revoke(String id, boolean terminate) {
        Instant now = clock.now();
        if (backend.progress(List.of(id)).get(0).state().isFinal()) {
            return RevokeOutcome.ALREADY_DONE;
        }
        // The order first: it is what nodes heed, should this program end between the two.
        orders.revoke(new Revocation(id, terminate, now, now.plus(retention)));
        return backend.revoke(id, now).isFinal() ? RevokeOutcome.ALREADY_DONE : RevokeOutcome.FLAGGED;
    }
}
