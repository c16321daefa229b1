package no.abakus.tasks.order;

/**
 * Why a task must not run.
 *
 * @param what the revocation in readable form: the task's id or the matched value, such as {@code context
 *     request_id=abc}
 * @param terminate whether the task is to be interrupted if it is running
 */
public record RevokedBy(String what, boolean terminate) {}
