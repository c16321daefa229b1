package no.abakus.tasks.result;

import no.abakus.tasks.RevokeOutcome;

/** Prevents tasks from running, on behalf of handles. Thread-safe. */
@FunctionalInterface
public interface Revoking {

    /** Revokes this task; {@code terminate} interrupts it if it is already running. */
    RevokeOutcome revoke(String id, boolean terminate);
}
