package no.abakus.tasks.workflow;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.TaskMessage;

/** Begins work: sends its first task, with all that is to follow. Thread-safe. */
public final class WorkflowStart {

    private final TaskRegistry registry;
    private final Publisher publisher;

    public WorkflowStart(TaskRegistry registry, Publisher publisher) {
        this.registry = registry;
        this.publisher = publisher;
    }

    /** Whether the call, or a route, says where to, so that a task that is not known here can be sent. */
    public boolean knowsWhere(TaskSignature signature) {
        return publisher.knowsWhere(signature);
    }

    /**
     * Sends the task.
     *
     * @param definition what is known of the task here; empty for a task of another application
     * @throws TaskNotFoundException if a task that is to follow is not known here, and names no queue either
     */
    public TaskMessage start(TaskSignature signature, Optional<TaskDefinition> definition) {
        if (!signature.options().isEmpty()) {
            check(signature);
        }
        return publisher.publish(signature, definition);
    }

    /**
     * Sends all of these tasks, or none.
     *
     * @throws TaskNotFoundException if a task that is to follow one is not known here, and names no queue either
     */
    public List<TaskMessage> startAll(List<TaskSignature> signatures) {
        signatures.stream().filter(signature -> !signature.options().isEmpty()).forEach(this::check);
        return publisher.publishAll(signatures, signature -> registry.find(signature.task()));
    }

    /** Better now, to the one who calls, than in a worker, when the first task is done. */
    private void check(TaskSignature signature) {
        for (TaskOption<List<Signature>> option : List.of(TaskOption.LINK, TaskOption.LINK_ERROR)) {
            for (Signature next : signature.options().get(option).orElse(List.of())) {
                TaskSignature following = (TaskSignature) next;
                boolean known = !registry.isComplete()
                        || registry.find(following.task()).isPresent()
                        || publisher.knowsWhere(following);
                if (!known) {
                    throw new TaskNotFoundException("A " + option + " of " + signature.task() + " cannot be sent: "
                            + registry.notFound(following.task()).getMessage() + "; nothing was sent");
                }
                check(following);
            }
        }
    }
}
