package no.abakus.tasks.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.logging.LogContext;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.Transport;

/** Sends single tasks. Thread-safe. */
public final class Publisher {

    private final MessageCodec codec;
    private final ArgumentSummary summaries;
    private final ContextCarrier contexts;
    private final Router router;
    private final Transport transport;
    private final TaskEvents events;
    private final Supplier<Optional<Lineage>> running;
    private final SenderIdentity identity;

    /** A publisher for the node of this identity, whose threads run the tasks that {@code running} tells. */
    public Publisher(
            MessageCodec codec,
            ArgumentSummary summaries,
            ContextCarrier contexts,
            Router router,
            Transport transport,
            TaskEvents events,
            Supplier<Optional<Lineage>> running,
            SenderIdentity identity) {
        this.codec = codec;
        this.summaries = summaries;
        this.contexts = contexts;
        this.router = router;
        this.transport = transport;
        this.events = events;
        this.running = running;
        this.identity = identity;
    }

    /**
     * Sends the task of this signature.
     *
     * @param definition what is known of the task here; empty for a task of another application
     * @return the message as it was sent
     */
    public TaskMessage publish(TaskSignature signature, Optional<TaskDefinition> definition) {
        Optional<Instant> eta = DueTime.of(signature.options(), identity.clock());
        Route route = router.route(
                definition.map(TaskDefinition::attributes).orElse(TaskAttributes.DEFAULTS), signature.options());
        TaskArguments arguments = new TaskArguments(signature.args(), signature.kwargs());
        MessageBody body = codec.encode(signature.task(), arguments);
        String id = id(signature);
        Optional<Lineage> parent = running.get();
        TaskMessage message = new TaskMessage(
                id,
                signature.task(),
                parent.map(Lineage::rootId).orElse(id),
                parent.map(Lineage::taskId),
                0,
                eta,
                identity.node(),
                codec.serializer().contentType(),
                body,
                summaries.of(
                        arguments,
                        definition.map(task -> task.parameters().names()).orElse(List.of())),
                contexts.pack(LogContext.current()));
        transport.send(route, message);
        events.publish(() -> new TaskEvent.Sent(message, route));
        return message;
    }

    private String id(TaskSignature signature) {
        String id = signature.options().get(TaskOption.TASK_ID).orElseGet(identity.ids()::next);
        if (id.isBlank()) {
            throw new TaskOptionException(TaskOption.TASK_ID + " is blank; leave it out for a new one");
        }
        return id;
    }

    /** Sends the message of a task's next execution, to where this one came from. */
    public void republish(Route route, TaskMessage message) {
        transport.send(route, message);
    }
}
