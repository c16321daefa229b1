package no.abakus.tasks.history;

import java.util.Optional;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Sends the message of an earlier task as a new task. */
@FunctionalInterface
public interface Resending {

    /**
     * Sends the message in the caller's transaction.
     *
     * @return the id of the new task
     * @throws no.abakus.tasks.OperationalException if the message cannot be sent
     */
    String send(Route route, TaskMessage message);

    /**
     * Sends the message in the caller's transaction with other arguments or options.
     *
     * @param route the route by which the message was sent; empty if unknown
     * @param message the message; its body is not used if the arguments change
     * @return the id of the new task
     * @throws no.abakus.tasks.TaskException if the changes are not valid
     * @throws no.abakus.tasks.OperationalException if the message cannot be sent
     */
    default String send(Optional<Route> route, TaskMessage message, RetryChanges changes) {
        throw new UnsupportedOperationException("Tasks can only be sent again unchanged");
    }
}
