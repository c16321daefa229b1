package no.abakus.tasks.workflow;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.TaskMessage;

/** Starts a workflow: sends its first task, with all follow-up tasks. Thread-safe. */
public final class WorkflowStart {

    private final TaskRegistry registry;
    private final Publisher publisher;
    private final LinkCheck links;

    /**
     * Creates an object that starts workflows. The codec writes the links of the first tasks. The links are checked
     * like calls.
     */
    public WorkflowStart(
            TaskRegistry registry, Publisher publisher, SignatureCodec signatures, ArgumentCheck arguments) {
        this.registry = registry;
        this.publisher = publisher;
        this.links = new LinkCheck(registry, publisher, signatures, arguments);
    }

    /** Whether the call or a route names a destination, so that a task that is unknown here can be sent. */
    public boolean knowsWhere(TaskSignature signature) {
        return publisher.knowsWhere(signature);
    }

    /**
     * Sends the task.
     *
     * @param definition the task's definition; empty for a task of another application
     * @throws TaskNotFoundException if a follow-up task is unknown here and names no queue
     * @throws no.abakus.tasks.TaskException if a follow-up task could not be sent later; the message says which one,
     *     such as {@code link[0]}
     */
    public TaskMessage start(TaskSignature signature, Optional<TaskDefinition> definition) {
        if (!signature.options().isEmpty()) {
            links.check(signature);
        }
        return publisher.publish(signature, definition);
    }

    /**
     * Sends all of these tasks, or none.
     *
     * @throws TaskNotFoundException if a follow-up task is unknown here and names no queue
     */
    public List<TaskMessage> startAll(List<TaskSignature> signatures) {
        signatures.stream().filter(signature -> !signature.options().isEmpty()).forEach(links::check);
        return publisher.publishAll(signatures, signature -> registry.find(signature.task()));
    }
}
