package no.abakus.tasks.history;

import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Sends the message of an earlier task as a new task. */
@FunctionalInterface
public interface Resending {

    /**
     * Sends the message in the caller's transaction.
     *
     * @return the id of the new task
     * @throws no.abakus.tasks.OperationalException if it cannot be sent
     */
    String send(Route route, TaskMessage message);
}
