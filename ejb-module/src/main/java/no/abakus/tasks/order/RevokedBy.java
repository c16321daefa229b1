package no.abakus.tasks.order;

/**
 * Why a task must not run.
 *
 * @param what what was revoked, for a reader: its id, or what it matches, such as {@code context request_id=abc}
 * @param terminate whether it is to be interrupted if it is running
 */
public record RevokedBy(String what, boolean terminate) {}
