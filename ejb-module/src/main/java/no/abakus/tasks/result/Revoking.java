package no.abakus.tasks.result;

import no.abakus.tasks.RevokeOutcome;

/** Revokes tasks when their handles ask for it. Thread-safe. */
@FunctionalInterface
public interface Revoking {

    /** Revokes this task. If {@code terminate} is true, also interrupts the task if it is already running. */
    RevokeOutcome revoke(String id, boolean terminate);
}
