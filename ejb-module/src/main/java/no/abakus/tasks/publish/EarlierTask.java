package no.abakus.tasks.publish;

import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;

/**
 * A task that was sent before, and the changes for sending it again.
 *
 * @param message the message as it was sent
 * @param route the route by which the message was sent; empty if the route is unknown
 * @param arguments the new arguments; empty if they stay as they are
 * @param options the options that change
 */
public record EarlierTask(
        TaskMessage message, Optional<Route> route, Optional<TaskArguments> arguments, TaskOptions options) {

    /** Returns the changes as a call. */
    public TaskSignature changes() {
        TaskSignature named = TaskSignature.of(message.task()).set(options);
        return arguments
                .map(all -> named.withArgs(all.args().toArray()).withKwargs(all.kwargs()))
                .orElse(named);
    }
}
