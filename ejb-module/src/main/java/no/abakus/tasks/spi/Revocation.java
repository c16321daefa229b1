package no.abakus.tasks.spi;

import java.time.Instant;

/**
 * Somebody's wish that a task should not run.
 *
 * @param id the task's id
 * @param terminate whether it is to be interrupted if it runs already
 * @param at when the wish was uttered
 * @param expiresAt from when on it may be forgotten
 */
public record Revocation(String id, boolean terminate, Instant at, Instant expiresAt) {}
