package no.abakus.tasks.spi;

import java.time.Instant;
import no.abakus.tasks.Revocable;

/**
 * Somebody's wish that none of the tasks that match should run.
 *
 * @param match which tasks
 * @param terminate whether those that run already are to be interrupted
 * @param at when the wish was uttered
 * @param sentUntil tasks that are sent later may run
 * @param expiresAt from when on it may be forgotten
 */
public record MatchingRevocation(
        Revocable.Matching match, boolean terminate, Instant at, Instant sentUntil, Instant expiresAt) {}
