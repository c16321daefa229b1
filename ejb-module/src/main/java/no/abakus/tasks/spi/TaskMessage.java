package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;
import no.abakus.logging.LogContext;

/**
 * One task on its way: the wire format of {@code docs/wire-format.md} as a value.
 *
 * @param id the task's id; the same over all retries
 * @param task the task's name
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent it, if one did
 * @param retries how often it has asked to be run again
 * @param eta the instant before which it is not to run, if there is one
 * @param origin the node that sent it
 * @param contentType what the body is written in
 * @param body the arguments
 * @param summary the arguments on one redacted line, for consoles that do not show bodies
 * @param context the log context of the sender
 */
public record TaskMessage(
        String id,
        String task,
        String rootId,
        Optional<String> parentId,
        int retries,
        Optional<Instant> eta,
        String origin,
        String contentType,
        MessageBody body,
        Optional<String> summary,
        LogContext context) {

    /** The message of the task's next execution. */
    public TaskMessage retriedAt(Instant nextEta) {
        return new TaskMessage(
                id,
                task,
                rootId,
                parentId,
                retries + 1,
                Optional.of(nextEta),
                origin,
                contentType,
                body,
                summary,
                context);
    }
}
