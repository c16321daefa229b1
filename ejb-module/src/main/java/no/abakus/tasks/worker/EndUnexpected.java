package no.abakus.tasks.worker;

import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/**
 * Rejects a message when a later step throws unexpectedly, because of a bug in Abakus or a failure in code that Abakus
 * calls. Each redelivery would fail in the same way, so the task ends, its error links are sent, and the message
 * becomes a dead letter. The message still goes back to its queue if a broker or database is unavailable, or if the
 * heap is full.
 */
final class EndUnexpected implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        try {
            return rest.apply(execution);
        } catch (OperationalException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.error(
                    "message_not_handled",
                    e,
                    "queue",
                    execution.delivery().route().queue());
            return new Outcome.Rejected(
                    new Rejection(Reason.UNEXPECTED, TaskFailure.of(e).toString()));
        }
    }
}
