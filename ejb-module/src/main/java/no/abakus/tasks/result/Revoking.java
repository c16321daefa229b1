package no.abakus.tasks.result;

import no.abakus.tasks.RevokeOutcome;

/** Keeps tasks from running, on behalf of handles. Thread-safe. */
@FunctionalInterface
public interface Revoking {

    /** Wishes that this task should not run; {@code terminate} interrupts it if it does already. */
    RevokeOutcome revoke(String id, boolean terminate);
}
