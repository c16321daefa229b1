package no.abakus.tasks.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.publish.EarlierTask;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;

/** Sends earlier tasks again with other arguments or options. These are checked like those of a call. Thread-safe. */
public final class StartAgain {

    private final TaskRegistry registry;
    private final Publisher publisher;
    private final ArgumentCheck arguments;
    private final LinkCheck links;

    /** Creates an object that sends tasks with this publisher if they pass these checks. */
    public StartAgain(TaskRegistry registry, Publisher publisher, SignatureCodec signatures, ArgumentCheck arguments) {
        this.registry = registry;
        this.publisher = publisher;
        this.arguments = arguments;
        this.links = new LinkCheck(registry, publisher, signatures, arguments);
    }

    /**
     * Sends the task again in the caller's transaction.
     *
     * @param route the route that the task was sent by; empty if unknown
     * @return the message as it was sent
     * @throws no.abakus.tasks.TaskException if the changes are not valid
     */
    public TaskMessage send(Optional<Route> route, TaskMessage message, RetryChanges changes) {
        if (changes.options().says(TaskOption.CONNECTION)) {
            throw new TaskOptionException("A task is sent again in a transaction, so " + TaskOption.CONNECTION
                    + " is not allowed; nothing was sent");
        }
        Optional<TaskArguments> changed = changes.changeArguments()
                ? Optional.of(new TaskArguments(
                        changes.args().orElse(List.of()), changes.kwargs().orElse(Map.of())))
                : Optional.empty();
        EarlierTask task = new EarlierTask(message, route, changed, changes.options());
        Optional<TaskDefinition> definition = registry.find(message.task());
        if (definition.isEmpty() && route.isEmpty() && registry.isComplete() && !publisher.knowsWhere(task.changes())) {
            throw registry.notFound(message.task());
        }
        if (changed.isPresent()
                && definition.isPresent()
                && definition.get().attributes().typing()) {
            arguments.check(definition.get(), changed.get(), false);
        }
        links.check(task.changes());
        return publisher.publishAgain(task, definition);
    }
}
