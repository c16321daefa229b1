package no.abakus.tasks.operate;

import java.util.Optional;

/**
 * Something that an operator did.
 *
 * @param user who did it
 * @param requestId the id of the operator's request, if it has one
 * @param action what was done, such as {@code pause-queue}
 * @param target what it was done to
 * @param reason the operator's reason
 * @param outcome its outcome
 */
public record OperatorAction(
        String user,
        Optional<String> requestId,
        String action,
        Optional<String> target,
        Optional<String> reason,
        String outcome) {}
