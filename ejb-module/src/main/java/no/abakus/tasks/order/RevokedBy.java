package no.abakus.tasks.order;

/**
 * Why a task is not to run.
 *
 * @param what what was revoked, for a reader: its id, or what it matches, such as {@code context request_id=abc}
 * @param terminate whether it is to be interrupted if it runs
 */
public record RevokedBy(String what, boolean terminate) {}
