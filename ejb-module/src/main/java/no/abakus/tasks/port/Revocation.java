package no.abakus.tasks.port;

import java.time.Instant;

/**
 * A request not to run a task.
 *
 * @param id the task's id
 * @param terminate whether to interrupt it if it is already running
 * @param at when the request was made
 * @param expiresAt when the request may be deleted
 */
public record Revocation(String id, boolean terminate, Instant at, Instant expiresAt) {}
