package no.abakus.tasks.worker;

import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/**
 * Rejects a message that a later step throws at: a mistake of ours, or code of somebody's that we call. It would be made again
 * with each delivery. So the task ends, its error links are sent, and the message becomes a dead letter. What is only away, a
 * broker or a database, still gives the message back; so does a heap without room, which is no fault of this message.
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
