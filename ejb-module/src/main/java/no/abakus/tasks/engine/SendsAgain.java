package no.abakus.tasks.engine;

import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.tasks.history.Resending;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.workflow.StartAgain;

/**
 * Sends tasks of the history again.
 *
 * @param publisher sends tasks as they were; created later
 * @param start sends tasks with changes; created later
 */
record SendsAgain(Supplier<Publisher> publisher, Supplier<StartAgain> start) implements Resending {

    @Override
    public String send(Route route, TaskMessage message) {
        return publisher.get().resend(route, message).id();
    }

    @Override
    public String send(Optional<Route> route, TaskMessage message, RetryChanges changes) {
        return start.get().send(route, message, changes).id();
    }
}
