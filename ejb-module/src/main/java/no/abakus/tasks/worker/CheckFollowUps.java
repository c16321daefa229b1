package no.abakus.tasks.worker;

import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.workflow.WorkflowAdvance;

/**
 * Checks the links of a message before its task runs, and rejects the message if the links cannot be read or sent. This
 * is necessary because senders other than Abakus might not check them.
 */
final class CheckFollowUps implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    private final WorkflowAdvance workflow;

    CheckFollowUps(WorkflowAdvance workflow) {
        this.workflow = workflow;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return !line.isPlain();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        if (!execution.message().followUps().isEmpty()) {
            try {
                workflow.check(execution.message());
            } catch (OperationalException e) {
                throw e;
            } catch (TaskException e) {
                return new Outcome.Rejected(new Rejection(
                        Reason.INVALID_PROPERTY, "The links of the task cannot be sent: " + e.getMessage()));
            } catch (RuntimeException | LinkageError e) {
                // The application's own router failed. The router is called again when the link is sent, and may
                // succeed then.
                log.warning("links_not_checked", e);
            }
        }
        return rest.apply(execution);
    }
}
